package dev.pollux.grammar;

import dev.pollux.grammar.diagnostic.Diagnostic;
import dev.pollux.grammar.host.HostFacts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads configurations that tests write down as text. */
public final class Reading {

    private Reading() {}

    public static ReadResult of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8), HostFacts.permissive());
    }

    public static ReadResult of(byte[] bytes, HostFacts host) {
        try {
            Path file = Files.createTempFile("reading", ".conf");
            try {
                Files.write(file, bytes);
                return ConfigurationReader.read(file, ReaderOptions.of("here", host));
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code LINE:COLUMN code} of each finding that is more than a notice. */
    public static List<String> problems(ReadResult result) {
        return result.diagnostics().stream()
                .filter(diagnostic -> diagnostic.severity() != dev.pollux.grammar.diagnostic.Severity.NOTICE)
                .map(Reading::describe)
                .toList();
    }

    private static String describe(Diagnostic diagnostic) {
        return diagnostic.span().line() + ":" + diagnostic.span().column() + " "
                + diagnostic.code().id();
    }
}
