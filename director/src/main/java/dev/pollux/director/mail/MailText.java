package dev.pollux.director.mail;

import dev.pollux.grammar.model.Checker;
import dev.pollux.grammar.model.HttpCheck;
import dev.pollux.ipvs.QuorumChange;
import dev.pollux.ipvs.RealServerChange;
import dev.pollux.ipvs.policy.Cause;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * What a mail says.
 *
 * @param subject without the name of the director
 * @param body one line
 * @param detail another line, which keepalived's mail does not have; empty: none
 * @param fault it is about a fault, which {@code no_email_faults} leaves out
 */
public record MailText(String subject, String body, String detail, boolean fault) {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss Z", Locale.US);

    /**
     * Of an instance or group.
     *
     * @param state {@code MASTER}, {@code BACKUP}, {@code FAULT}, {@code STOP} or {@code DELETED}
     * @param type {@code INSTANCE} or {@code GROUP}
     */
    public static MailText of(String state, String type, String name) {
        boolean group = type.equals("GROUP");
        String what =
                switch (state) {
                    case "STOP" -> "Stopping";
                    case "DELETED" -> "Deleted";
                    default -> "Entering " + state + " state";
                };
        String body = "VRRP Instance is " + (state.equals("MASTER") ? "now" : "no longer") + " owning VRRP VIPs";
        if (group) {
            body = "All VRRP group instances are now in " + state + " state";
        }
        return new MailText(
                "VRRP " + (group ? "Group " : "Instance ") + name + " - " + what, body, "", state.equals("FAULT"));
    }

    /** Of a real server: where a check decided, with keepalived's sentence for such checks, then with the reason. */
    public static MailText ofRealServer(RealServerChange change) {
        Cause cause = change.cause();
        Checker checker = cause.checker();
        return new MailText(
                "Realserver " + change.name() + " of virtual server "
                        + change.virtualServer().key() + " - " + direction(change.up()),
                checker == null ? cause.text() : sentence(checker, change.up()),
                checker == null || change.up() ? "" : cause.text(),
                false);
    }

    /** Of a virtual server. */
    public static MailText ofQuorum(QuorumChange change) {
        return new MailText(
                "Virtualserver " + change.virtualServer().key() + " - " + direction(change.up()),
                change.reason(),
                "",
                false);
    }

    /** The whole message, ready to be sent: a line that begins with a dot has a second one (RFC 5321 4.5.2). */
    String message(Envelope envelope, ZonedDateTime now) {
        String text = "Date: " + DATE.format(now) + "\r\nFrom: " + envelope.from() + "\r\nSubject: ["
                + plain(envelope.director()) + "] " + plain(subject) + "\r\nX-Mailer: Pollux\r\nTo: "
                + String.join(", ", envelope.recipients()) + "\r\n\r\n=> " + plain(body) + " <=\r\n\r\n"
                + (detail.isEmpty() ? "" : plain(detail) + "\r\n\r\n");
        return text.replace("\r\n.", "\r\n..");
    }

    /**
     * Who writes to whom.
     *
     * @param director the router_id
     */
    record Envelope(String director, String from, List<String> recipients) {
        Envelope {
            recipients = List.copyOf(recipients);
        }
    }

    private static String sentence(Checker checker, boolean up) {
        if (checker instanceof HttpCheck) {
            return up ? "CHECK succeed on service" : "CHECK failed on service : HTTP request failed";
        }
        return checker.keyword().replace('_', ' ') + (up ? " succeed" : " failed") + " on service";
    }

    private static String direction(boolean up) {
        return up ? "UP" : "DOWN";
    }

    private static String plain(String text) {
        return text.replaceAll("[\\p{Cntrl}]", " ");
    }
}
