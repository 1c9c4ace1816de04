package dev.pollux.ipvs.override;

import dev.pollux.ipvs.admin.AdminRequest;
import dev.pollux.ipvs.names.NoNames;
import dev.pollux.ipvs.table.TableChange;
import dev.pollux.linux.file.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file with a line for each override, in ipvsadm's words: {@code -e -t 192.0.2.1:80 -r 198.51.100.1:80 -m -w 0}. It is small
 * and written anew each time, in one piece; without overrides there is none.
 */
public final class ChangeFile {

    private static final Logger log = LoggerFactory.getLogger(ChangeFile.class);

    private final Supplier<Path> place;

    public ChangeFile(Supplier<Path> place) {
        this.place = place;
    }

    /** What was last written, but for lines that are not understood. */
    public List<TableChange> read() {
        try (Stream<String> lines = Files.lines(path(), StandardCharsets.US_ASCII)) {
            return lines.map(this::change).flatMap(Optional::stream).toList();
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            log.warn("Cannot read {}: {}; overrides of an earlier director are lost", path(), e.toString());
            return List.of();
        }
    }

    /** Replaces all. A failure is logged: what is overridden stays so. */
    public void write(Collection<? extends TableChange> changes) {
        try {
            if (changes.isEmpty()) {
                Files.deleteIfExists(path());
                return;
            }
            WholeFile.replace(
                    path(), changes.stream().map(TableChange::toString).toList());
        } catch (IOException e) {
            log.warn("Cannot write {}: {}; a restart would lift the overrides", path(), e.toString());
        }
    }

    private Optional<TableChange> change(String line) {
        AdminRequest request = AdminRequest.read(List.of(line.split(" ", -1)), new NoNames());
        if (request instanceof AdminRequest.Change change) {
            return Optional.of(change.command());
        }
        log.warn("{}: line \"{}\" is not understood", path(), line);
        return Optional.empty();
    }

    private Path path() {
        return place.get();
    }
}
