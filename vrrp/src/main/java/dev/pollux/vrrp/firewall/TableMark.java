package dev.pollux.vrrp.firewall;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file that holds the name of our tables while there are any, so that the next life of a director that died knows which
 * ones to remove.
 */
final class TableMark {

    private static final Logger log = LoggerFactory.getLogger(TableMark.class);

    private final Path path;
    private boolean set;

    TableMark(Path path) {
        this.path = path;
    }

    /** What an earlier life left; empty: nothing. */
    String read() {
        try {
            return Files.exists(path) ? Files.readString(path).strip() : "";
        } catch (IOException e) {
            log.warn("Cannot read {}: {}", path, e.toString());
            return "";
        }
    }

    void set(String table) {
        if (set) {
            return;
        }
        try {
            Path directory = path.toAbsolutePath().getParent();
            if (directory != null) {
                Files.createDirectories(directory);
            }
            Files.writeString(path, table + "\n");
            set = true;
        } catch (IOException e) {
            log.warn("Cannot write {}: {}", path, e.toString());
        }
    }

    void clear() {
        set = false;
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            log.warn("Cannot remove {}: {}", path, e.toString());
        }
    }
}
