package dev.pollux.ipvs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets one reload take more out of the table than {@code lvs_max_deletions} allows: a file that is used up by it. */
public record DeletionPermit(Supplier<Path> place) {

    private static final Logger log = LoggerFactory.getLogger(DeletionPermit.class);

    Path file() {
        return place.get();
    }

    /** Whether it was there; it no longer is. */
    boolean use() {
        try {
            return Files.deleteIfExists(file());
        } catch (IOException e) {
            log.warn("Cannot remove {}: {}", file(), e.toString());
            return false;
        }
    }
}
