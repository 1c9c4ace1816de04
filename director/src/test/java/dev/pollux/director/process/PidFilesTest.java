package dev.pollux.director.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.director.cli.RunFiles;
import dev.pollux.grammar.model.Configuration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PidFilesTest {

    private static final String OWN = ProcessHandle.current().pid() + "\n";

    private final Path vrrp;
    private final Path checkers;
    private final Path bfd;
    private final PidFiles files;

    PidFilesTest(@TempDir Path folder) {
        vrrp = folder.resolve("vrrp.pid");
        checkers = folder.resolve("none/checkers.pid");
        bfd = folder.resolve("bfd.pid");
        files = new PidFiles(new RunFiles(Path.of("x.conf"), vrrp, checkers, bfd));
    }

    @Test
    void namedOnesAreWrittenAndRemoved() throws IOException {
        files.write(Configuration.empty());
        assertThat(vrrp).hasContent(OWN);
        assertThat(bfd).hasContent(OWN);
        files.remove();
        assertThat(vrrp).doesNotExist();
        assertThat(bfd).doesNotExist();
    }

    @Test
    void whatCannotBeWrittenIsDoneWithout() {
        files.write(Configuration.empty());
        assertThat(checkers).doesNotExist();
        files.remove();
    }

    @Test
    void anothersNumberStays() throws IOException {
        files.write(Configuration.empty());
        Files.writeString(vrrp, "1\n");
        files.remove();
        assertThat(vrrp).hasContent("1\n");
    }
}
