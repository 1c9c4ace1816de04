package dev.pollux.grammar;

import dev.pollux.grammar.bind.ConfigurationBinder;
import dev.pollux.grammar.diagnostic.Diagnostic;
import dev.pollux.grammar.diagnostic.DiagnosticCode;
import dev.pollux.grammar.diagnostic.Diagnostics;
import dev.pollux.grammar.source.Preprocessor;
import dev.pollux.grammar.syntax.StatementReader;
import java.nio.file.Path;
import java.util.List;

/** Reads a keepalived.conf. Nothing a file contains makes it throw. */
public final class ConfigurationReader {

    private ConfigurationReader() {}

    /** Reads one file and what it includes. */
    public static ReadResult read(Path file, ReaderOptions options) {
        return read(List.of(file), options);
    }

    /** Reads several files as if they were one. */
    public static ReadResult read(List<Path> files, ReaderOptions options) {
        Diagnostics diagnostics = new Diagnostics();
        Preprocessor preprocessor = new Preprocessor(options.preprocessor(), diagnostics);
        for (Path file : files) {
            preprocessor.addFile(file, file.toString());
        }
        ConfigurationBinder binder = new ConfigurationBinder(diagnostics, options.host());
        StatementReader.read(preprocessor, diagnostics, binder.statements());
        ConfigurationBinder.Bound bound = binder.complete();
        List<Diagnostic> found = diagnostics.list();
        boolean usable = found.stream().noneMatch(ConfigurationReader::preventsStart);
        // keepalived ends its test early, and well, where it cannot enter the network namespace.
        int exitCode = bound.namespaceMissing() ? 0 : diagnostics.exitCode();
        return new ReadResult(
                bound.configuration(), found, exitCode, usable, bound.accepted(), bound.origins(), bound.fate());
    }

    private static boolean preventsStart(Diagnostic diagnostic) {
        return diagnostic.code() == DiagnosticCode.MISSING_FILE || diagnostic.code() == DiagnosticCode.INCLUDE_CHECK;
    }
}
