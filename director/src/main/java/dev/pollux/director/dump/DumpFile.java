package dev.pollux.director.dump;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A file in a folder that everybody may write to: made anew under a name that cannot be guessed, readable for its owner alone,
 * and then moved to its place in one step. So a link that somebody put there is replaced, never followed.
 */
final class DumpFile {

    private final Path path;

    DumpFile(Path path) {
        this.path = path;
    }

    Path path() {
        return path;
    }

    void write(String text) throws IOException {
        Path fresh = path.resolveSibling("." + path.getFileName() + "."
                + Long.toHexString(ThreadLocalRandom.current().nextLong()));
        Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(fresh, text, StandardOpenOption.WRITE);
            Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }
}
