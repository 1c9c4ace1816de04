package dev.pollux.grammar;

import dev.pollux.grammar.bind.ConfigurationBinder;
import dev.pollux.grammar.diagnostic.Diagnostic;
import dev.pollux.grammar.diagnostic.DiagnosticCode;
import dev.pollux.grammar.diagnostic.Diagnostics;
import dev.pollux.grammar.model.Configuration;
import dev.pollux.grammar.model.VirtualServer;
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
        BoundedStatements statements = new BoundedStatements(binder.statements(), options.maxBulk());
        StatementReader.read(preprocessor, diagnostics, statements);
        if (statements.exceeded()) {
            return ReadResult.tooLarge(statements.bulk());
        }
        ConfigurationBinder.Bound bound = binder.complete();
        List<Diagnostic> found = diagnostics.list();
        boolean usable = found.stream().noneMatch(ConfigurationReader::preventsStart);
        // keepalived ends its test early, and well, where it cannot enter the network namespace.
        int exitCode = bound.namespaceMissing() ? 0 : diagnostics.exitCode();
        long bulk = statements.bulk() + repetitions(bound.configuration());
        return bulk > options.maxBulk()
                ? ReadResult.tooLarge(bulk)
                : new ReadResult(
                        bound.configuration(),
                        found,
                        exitCode,
                        usable,
                        bound.accepted(),
                        bound.origins(),
                        bound.fate(),
                        bulk,
                        false);
    }

    /** In a group of addresses every real server stands in the kernel's table once for each address. */
    private static long repetitions(Configuration configuration) {
        long count = 0;
        for (VirtualServer server : configuration.virtualServers()) {
            count += (server.services().size() - 1L) * server.realServers().size();
        }
        return count;
    }

    private static boolean preventsStart(Diagnostic diagnostic) {
        return diagnostic.code() == DiagnosticCode.MISSING_FILE || diagnostic.code() == DiagnosticCode.INCLUDE_CHECK;
    }
}
