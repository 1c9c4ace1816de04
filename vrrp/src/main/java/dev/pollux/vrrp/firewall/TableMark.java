package dev.pollux.vrrp.firewall;

import dev.pollux.linux.file.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
            WholeFile.replace(path, List.of(table));
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
