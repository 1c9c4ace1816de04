package dev.pollux.grammar.diagnostic;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Collects the findings of one reading, in the order they are made. Not thread-safe. */
public final class Diagnostics {

    /** So many findings of one kind say all there is to say; a broken generator makes one for each of 50,000 servers. */
    private static final int LIMIT_PER_CODE = 1_000;

    private final List<Diagnostic> found = new ArrayList<>();
    private final Map<DiagnosticCode, Integer> counts = new EnumMap<>(DiagnosticCode.class);
    private final ExitVerdict verdict = new ExitVerdict();

    public void add(Diagnostic diagnostic) {
        verdict.add(diagnostic);
        int count = counts.merge(diagnostic.code(), 1, Integer::sum);
        if (count <= LIMIT_PER_CODE) {
            found.add(diagnostic);
        }
    }

    public List<Diagnostic> list() {
        return List.copyOf(found);
    }

    /** Exit code of {@code -t}, see {@link ExitVerdict}. */
    public int exitCode() {
        return verdict.code();
    }
}
