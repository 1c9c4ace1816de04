package dev.pollux.linux.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void place() {
        file = folder.resolve("journal");
    }

    @Test
    void isMadeWithItsFolder() throws IOException {
        Path deep = folder.resolve("a/b");
        WholeFile.replace(deep.resolve("journal"), List.of("one", "two"));
        assertThat(deep.resolve("journal")).hasContent("one\ntwo\n");
        assertThat(names(deep)).containsExactly("journal");
    }

    @Test
    void isReplacedAlsoWhereAnEarlierProcessDiedBefore() throws IOException {
        Files.writeString(file, "old, and longer than the new one\n");
        Files.writeString(folder.resolve("journal.new"), "half of someth");
        WholeFile.replace(file, List.of("new"));
        assertThat(file).hasContent("new\n");
        assertThat(names(folder)).containsExactly("journal");
    }

    @Test
    void hasThePermissionsOfAnyNewFile() throws IOException {
        Files.writeString(file, "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        WholeFile.replace(file, List.of());
        Path any = Files.createFile(folder.resolve("any"));
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(Files.getPosixFilePermissions(any));
    }

    @Test
    void aFailureLeavesTheOldOneAndNothingBeside() throws IOException {
        Files.writeString(file, "old");
        Iterable<String> unwritable = List.of("new", "\ud800");
        assertThatThrownBy(() -> WholeFile.replace(file, unwritable)).isInstanceOf(IOException.class);
        assertThat(file).hasContent("old");
        assertThat(names(folder)).containsExactly("journal");
    }

    @Test
    void whatCannotBeReplacedIsLeftAlone() throws IOException {
        Files.createDirectories(file.resolve("kept"));
        assertThatThrownBy(() -> WholeFile.replace(file, List.of("new"))).isInstanceOf(IOException.class);
        assertThat(file.resolve("kept")).isDirectory();
        assertThat(names(folder)).containsExactly("journal");
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).toList();
        }
    }
}
