package dev.pollux.director;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What holds for the sources of every module, tests included, and leaves no trace in the classes of this one. */
class SourceTreeTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern SLEEP =
            Pattern.compile("\\bThread\\s*\\.\\s*sleep\\s*\\(|\\bTimeUnit\\.\\w+\\.sleep\\s*\\(");
    private static final Path PACKAGE_INFO = Path.of("package-info.java");

    private static List<Path> sources = List.of();

    @BeforeAll
    static void find() throws IOException {
        try (Stream<Path> modules = Files.list(ROOT)) {
            sources = modules.map(module -> module.resolve("src"))
                    .filter(Files::isDirectory)
                    .flatMap(SourceTreeTest::javaFiles)
                    .toList();
        }
        assertThat(sources).hasSizeGreaterThan(100);
    }

    @Test
    void nobodySleeps() {
        assertThat(sources)
                .filteredOn(source -> SLEEP.matcher(read(source)).find())
                .as("sources that sleep: wait for an event, in tests with Awaitility")
                .isEmpty();
    }

    @Test
    void everyPackageSaysWhatItIsAndIsNullMarked() {
        assertThat(sources)
                .extracting(Path::getParent)
                .filteredOn(folder -> !isNullMarked(folder) && !isNullMarked(mainFolder(folder)))
                .as("packages without a package-info.java that is @NullMarked")
                .isEmpty();
    }

    /** The tests of a package need not say again what it is. */
    private static Path mainFolder(Path folder) {
        return Path.of(folder.toString().replace("/src/test/java/", "/src/main/java/"));
    }

    private static boolean isNullMarked(Path folder) {
        Path info = folder.resolve(PACKAGE_INFO);
        return Files.exists(info) && read(info).contains("\n@NullMarked\npackage ");
    }

    private static Stream<Path> javaFiles(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
