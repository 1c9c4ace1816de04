package dev.pollux.ipvs.admin;

import dev.pollux.grammar.model.ServiceKey;
import dev.pollux.ipvs.kernel.SyncDaemon;
import dev.pollux.ipvs.kernel.Timeouts;
import dev.pollux.ipvs.listing.ListingForm;
import dev.pollux.ipvs.names.NameService;
import dev.pollux.ipvs.table.TableChange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a command line of ipvsadm asks for. */
public sealed interface AdminRequest {

    /** Change the table. */
    record Change(TableChange command) implements AdminRequest {}

    /**
     * Set counters to zero.
     *
     * @param service null: all
     */
    record Zero(@Nullable ServiceKey service) implements AdminRequest {}

    /**
     * List the table.
     *
     * @param service null: all
     */
    record ListTable(
            ListingForm form, Looks looks, @Nullable ServiceKey service) implements AdminRequest {}

    /**
     * How a listing looks.
     *
     * @param numeric numbers, no names
     * @param exact all digits
     * @param sorted not in the kernel's order
     */
    record Looks(boolean numeric, boolean exact, boolean sorted) {}

    /**
     * List connections.
     *
     * @param engineData with what persistence engines know of them
     */
    record ListConnections(boolean numeric, boolean engineData) implements AdminRequest {}

    record ListTimeouts() implements AdminRequest {}

    record ListDaemons() implements AdminRequest {}

    /**
     * List the local addresses of FULLNAT.
     *
     * @param service null: of all
     */
    record ListLocalAddresses(boolean numeric, ServiceKey.@Nullable ByAddress service) implements AdminRequest {}

    /** Print the table as words for {@link Restore}. */
    record Save(boolean numeric) implements AdminRequest {}

    /** Do what each line of the input asks for. */
    record Restore() implements AdminRequest {}

    record SetTimeouts(Timeouts timeouts) implements AdminRequest {}

    record StartDaemon(SyncDaemon daemon) implements AdminRequest {}

    record StopDaemon(SyncDaemon.Role role) implements AdminRequest {}

    record Help() implements AdminRequest {}

    record Version() implements AdminRequest {}

    /** The words make no request. */
    record Rejected(Fault fault, String reason) implements AdminRequest {}

    /** What is wrong with words. */
    enum Fault {
        /** What they ask for cannot be. */
        MEANING(2),
        /** They do not begin with a command. */
        NO_COMMAND(255),
        /** An option is not known, or its value is missing. */
        SPELLING(255);

        private final int exitCode;

        Fault(int exitCode) {
            this.exitCode = exitCode;
        }

        /** What ipvsadm ends with. */
        int exitCode() {
            return exitCode;
        }
    }

    /** Reads words; never throws: what is wrong with them is {@link Rejected}. */
    static AdminRequest read(List<String> words, NameService names) {
        try {
            return new AdminRequestReader(AdminWords.read(words), names).request();
        } catch (UsageException e) {
            return new Rejected(e.fault(), String.valueOf(e.getMessage()));
        }
    }
}
