package dev.pollux.director.realserver;

import dev.pollux.linux.file.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The file of a {@link Journal}, replaced in one piece. It lies under /run, because what it can undo does not outlive the
 * kernel either.
 */
record ServerJournal(Path path) {

    /** An empty one where there is no file. */
    Journal read() throws IOException {
        try {
            return Files.exists(path) ? Journal.parse(Files.readAllLines(path)) : Journal.EMPTY;
        } catch (IllegalArgumentException e) {
            throw new IOException(path + " is not a journal of pollux realserver: " + e.getMessage(), e);
        }
    }

    /** No file for an empty one. */
    void write(Journal journal) throws IOException {
        if (journal.isEmpty()) {
            Files.deleteIfExists(path);
            return;
        }
        WholeFile.replace(path, journal.lines());
    }
}
