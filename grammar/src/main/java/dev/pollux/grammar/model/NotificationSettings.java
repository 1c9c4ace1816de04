package dev.pollux.grammar.model;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the outside is told of what happens.
 *
 * @param all {@code notify_fifo}
 * @param vrrp {@code vrrp_notify_fifo}
 * @param servers {@code lvs_notify_fifo}
 * @param mail null: nobody gets mail
 * @param startup {@code startup_script}
 * @param shutdown {@code shutdown_script}
 */
public record NotificationSettings(
        @Nullable Fifo all,
        @Nullable Fifo vrrp,
        @Nullable Fifo servers,
        @Nullable Mail mail,
        @Nullable LifeScript startup,
        @Nullable LifeScript shutdown,
        Set<Flag> flags) {

    public NotificationSettings {
        flags = Set.copyOf(flags);
    }

    /** Nobody is told. */
    public static NotificationSettings none() {
        return new NotificationSettings(null, null, null, null, null, null, Set.of());
    }

    /** What is on. */
    public enum Flag {
        /** {@code enable_script_security}: scripts that others than root could change were left out. */
        SCRIPT_SECURITY,
        /** {@code set_supplementary_groups}: scripts have all groups of their user. */
        SUPPLEMENTARY_GROUPS,
        /** {@code fifo_write_vrrp_states_on_reload}. */
        STATES_ON_RELOAD,
        /** {@code rs_init_notifies}: the first state of a real server is told too. */
        INITIAL_SERVER_STATES
    }

    /**
     * A named pipe that somebody reads.
     *
     * @param owner null: root
     * @param reader a script that is started with the path as its last argument; null: none
     */
    public record Fifo(
            String path,
            @Nullable ScriptUser owner,
            @Nullable Script reader) {}

    /**
     * Where mail goes.
     *
     * @param server name or address
     * @param helo null: this machine's name
     * @param timeout of each step
     * @param from null: keepalived at this machine
     * @param recipients at least one
     * @param withoutFaults {@code no_email_faults}
     * @param withoutCheckers {@code no_checker_emails}: only changes of a real server, not of each of its checkers
     */
    public record Mail(
            String server,
            int port,
            @Nullable String helo,
            Duration timeout,
            @Nullable String from,
            List<String> recipients,
            boolean withoutFaults,
            boolean withoutCheckers) {

        public Mail {
            recipients = List.copyOf(recipients);
        }
    }

    /** A script at the begin or the end of the director's life. */
    public record LifeScript(Script script, Duration timeout) {}
}
