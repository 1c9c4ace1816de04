package dev.pollux.director.configuration;

import dev.pollux.director.cli.Invocation;
import dev.pollux.director.cli.ReportForm;
import dev.pollux.grammar.ReadResult;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
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
        Judgement judgement = new Judgement(request.options().files().configuration(), result);
        String text = request.form() == ReportForm.JSON ? json(judgement) : judgement.details();
        Path log = request.log();
        if (log == null) {
            errors.print(text);
            errors.flush();
        } else {
            append(log, text);
        }
        return judgement.exitCode();
    }

    private static String json(Judgement judgement) {
        StringWriter text = new StringWriter();
        try (FindingsWriter writer = new FindingsWriter(text, false)) {
            writer.write(judgement);
        }
        return text + "\n";
    }

    private static void append(Path log, String text) {
        try {
            Files.writeString(log, text, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + log, e);
        }
    }
}
