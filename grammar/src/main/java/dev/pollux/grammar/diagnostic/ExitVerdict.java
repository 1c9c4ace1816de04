package dev.pollux.grammar.diagnostic;

import java.util.EnumSet;
import java.util.Set;

/**
 * The exit code of {@code -t} for a list of findings, as keepalived 2.2.7 chooses it: a missing argument ends the reading at
 * once, a security problem hides all others, and any reported problem hides a fatal one.
 */
final class ExitVerdict {

    private final Set<ExitClass> seen = EnumSet.noneOf(ExitClass.class);

    void add(Diagnostic diagnostic) {
        seen.add(diagnostic.exitClass());
    }

    int code() {
        for (ExitClass candidate :
                new ExitClass[] {ExitClass.MISSING_ARGUMENT, ExitClass.SECURITY, ExitClass.REPORTED, ExitClass.FATAL}) {
            if (seen.contains(candidate)) {
                return candidate.code();
            }
        }
        return ExitClass.NONE.code();
    }
}
