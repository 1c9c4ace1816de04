package dev.pollux.director.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.director.cli.CommandLineReader;
import dev.pollux.director.cli.Invocation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code pollux config dump}; what the text looks like is tested where it is made. */
class ConfigurationDumpTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    @Test
    void theTextAndTheFindingsAreKeptApart(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("x.conf");
        Files.writeString(file, "global_defs {\n router_id \"a b\"\n prioritty 1\n}\n");

        assertThat(dump(file.toString())).isEqualTo(5);
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("global_defs {\n    router_id \"a b\"\n}\n");
        assertThat(errors.toString(StandardCharsets.UTF_8)).contains("prioritty");
    }

    @Test
    void ofNoFileNothingIsWritten(@TempDir Path folder) {
        assertThat(dump(folder.resolve("x.conf").toString())).isEqualTo(6);
        assertThat(out.size()).isZero();
    }

    @Test
    void wordsThatMakeNoSense() {
        assertThat(CommandLineReader.read("config")).isInstanceOf(Invocation.Rejected.class);
        assertThat(CommandLineReader.read("config", "dump")).isInstanceOf(Invocation.Rejected.class);
        assertThat(CommandLineReader.read("config", "show", "x")).isInstanceOf(Invocation.Rejected.class);
        assertThat(CommandLineReader.read("config", "-h")).isInstanceOf(Invocation.Print.class);
    }

    private int dump(String file) {
        Invocation.Dump request = (Invocation.Dump) CommandLineReader.read("config", "dump", file);
        return ConfigurationDump.run(
                request,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(errors, true, StandardCharsets.UTF_8));
    }
}
