package dev.pollux.director.configuration;

import dev.pollux.director.ExitCode;
import dev.pollux.director.cli.Invocation;
import dev.pollux.grammar.ReadResult;
import dev.pollux.grammar.diagnostic.Diagnostic;
import dev.pollux.grammar.diagnostic.DiagnosticRenderer;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** {@code -t}: says what is wrong with a configuration and runs nothing. */
public final class ConfigTest {

    private ConfigTest() {}

    /**
     * Tests.
     *
     * @param errors where diagnostics go unless to a file
     * @return what the process ends with
     */
    public static int run(Invocation.ConfigTest request, PrintStream errors) {
        ReadResult result = new ConfigurationFile(request.options()).read();
        StringBuilder text = new StringBuilder();
        for (Diagnostic diagnostic : result.diagnostics()) {
            text.append(DiagnosticRenderer.render(diagnostic));
        }
        Path log = request.log();
        if (log == null) {
            errors.print(text);
        } else {
            append(log, text.toString());
        }
        return result.usable() ? result.exitCode() : ExitCode.NO_CONFIGURATION.number();
    }

    private static void append(Path log, String text) {
        try {
            Files.writeString(log, text, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + log, e);
        }
    }
}
