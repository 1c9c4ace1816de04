package dev.pollux.grammar;

import dev.pollux.grammar.bind.AcceptedKeyword;
import dev.pollux.grammar.diagnostic.Diagnostic;
import dev.pollux.grammar.diagnostic.Severity;
import dev.pollux.grammar.diagnostic.SourceSpan;
import dev.pollux.grammar.model.Configuration;
import dev.pollux.grammar.model.VirtualServerKey;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one reading found.
 *
 * @param configuration what the file asks for, without what could not be understood
 * @param diagnostics in the order they were found
 * @param exitCode what {@code -t} ends with: keepalived's code for the same file
 * @param usable false when there is nothing to run: the file is missing, or an include failed its check
 * @param accepted keywords that were accepted although nothing acts on them
 * @param origins places by instance name, {@link GroupName} and virtual server key
 * @param fate what became of the file as a whole
 * @param bulk how much the file asks for, in the room that one statement takes: its statements, and more for each real server
 *     and for each place that it has in the kernel's table
 * @param tooLarge the bulk is above {@link ReaderOptions#maxBulk}, and the configuration is empty for that reason
 */
public record ReadResult(
        Configuration configuration,
        List<Diagnostic> diagnostics,
        int exitCode,
        boolean usable,
        List<AcceptedKeyword> accepted,
        Map<Object, SourceSpan> origins,
        Fate fate,
        long bulk,
        boolean tooLarge) {

    public ReadResult {
        diagnostics = List.copyOf(diagnostics);
        accepted = List.copyOf(accepted);
        origins = Map.copyOf(origins);
    }

    /** What became of what a file asks for. */
    public enum Fate {
        /** All instances and virtual servers can be had, and the rest made some sense. */
        UNDERSTOOD,
        /** An instance or a virtual server was asked for in such a way that it cannot be had. */
        LOST,
        /** An instance lacks what nobody can guess, or is one with another: keepalived does not start VRRP. */
        IMPOSSIBLE,
        /** Not a single setting or block means anything. */
        MEANINGLESS
    }

    /**
     * Whether a director should start with it. It should with whatever can be understood, as keepalived does; and with nothing
     * to do, unless that is so because what the file asks for was lost. It should not where keepalived does not start either and
     * nothing sensible can be assumed.
     */
    public boolean worthStarting() {
        boolean serves = !configuration.vrrpInstances().isEmpty()
                || !configuration.virtualServers().isEmpty();
        boolean clear = fate == Fate.UNDERSTOOD || (fate == Fate.MEANINGLESS && !hasErrors());
        return usable && fate != Fate.IMPOSSIBLE && (serves || clear);
    }

    static ReadResult tooLarge(long bulk) {
        return new ReadResult(
                Configuration.empty(), List.of(), 0, true, List.of(), Map.of(), Fate.UNDERSTOOD, bulk, true);
    }

    /** Whether something the file asks for is not done as written: a reload should be refused then. */
    public boolean hasErrors() {
        return diagnostics.stream().anyMatch(diagnostic -> diagnostic.severity() == Severity.ERROR);
    }

    /** Where a {@code vrrp_instance} is defined. */
    public @Nullable SourceSpan originOfInstance(String name) {
        return origins.get(name);
    }

    /** Where a {@code vrrp_sync_group} is defined. */
    public @Nullable SourceSpan originOfGroup(String name) {
        return origins.get(new GroupName(name));
    }

    /** What a group is found by among the places, lest it be taken for an instance of that name. */
    public record GroupName(String name) {}

    /** Where a {@code virtual_server} is defined. */
    public @Nullable SourceSpan originOf(VirtualServerKey key) {
        return origins.get(key);
    }
}
