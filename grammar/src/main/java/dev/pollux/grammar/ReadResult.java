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
 * @param origins places by instance name and by virtual server key
 */
public record ReadResult(
        Configuration configuration,
        List<Diagnostic> diagnostics,
        int exitCode,
        boolean usable,
        List<AcceptedKeyword> accepted,
        Map<Object, SourceSpan> origins) {

    public ReadResult {
        diagnostics = List.copyOf(diagnostics);
        accepted = List.copyOf(accepted);
        origins = Map.copyOf(origins);
    }

    /** Whether something the file asks for is not done as written: a reload should be refused then. */
    public boolean hasErrors() {
        return diagnostics.stream().anyMatch(diagnostic -> diagnostic.severity() == Severity.ERROR);
    }

    /** Where a {@code vrrp_instance} is defined. */
    public @Nullable SourceSpan originOfInstance(String name) {
        return origins.get(name);
    }

    /** Where a {@code virtual_server} is defined. */
    public @Nullable SourceSpan originOf(VirtualServerKey key) {
        return origins.get(key);
    }
}
