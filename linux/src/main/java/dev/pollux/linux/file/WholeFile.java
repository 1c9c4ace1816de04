package dev.pollux.linux.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A file that is always there whole, the old one or the new one, whenever this process may die: written beside its place and
 * moved there with rename(2). One writer at a time. Not synced to disk: what it is for lies under /run.
 */
public final class WholeFile {

    private WholeFile() {}

    /**
     * Replaces the file, or makes it, in a folder that is made too where there is none. Who may read it is what the process
     * says for new files, whatever the old one allowed.
     *
     * @param lines without their ends
     * @throws IOException when that is impossible; the old file is still there, and nothing beside it
     */
    public static void replace(Path path, Iterable<String> lines) throws IOException {
        createFolder(path);
        Path next = path.resolveSibling(path.getFileName() + ".new");
        try {
            Files.write(next, lines);
            Files.move(next, path, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(next);
        }
    }

    /** Makes the folder that a file belongs into, and those above it, where there is none. */
    public static void createFolder(Path path) throws IOException {
        Path folder = path.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
    }
}
