package dev.pollux.director.configuration;

import dev.pollux.director.cli.Invocation;
import dev.pollux.grammar.text.ConfigurationText;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** {@code pollux config dump}: what was understood of a file, with everything written out. */
public final class ConfigurationDump {

    private ConfigurationDump() {}

    /**
     * Writes it to {@code out}, and what is wrong with the file to {@code errors}.
     *
     * @return what {@code -t} would end with
     */
    public static int run(Invocation.Dump request, PrintStream out, PrintStream errors) {
        Judgement judgement = new Judgement(request.file(), ConfigurationFile.read(request.file(), request.reading()));
        errors.print(judgement.details());
        if (judgement.result().usable()) {
            String text = ConfigurationText.of(judgement.result().configuration(), request.secrets());
            out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        }
        out.flush();
        errors.flush();
        return judgement.exitCode();
    }
}
