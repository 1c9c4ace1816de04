package dev.pollux.ipvs.marks;

import dev.pollux.linux.file.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The journal as a file, written anew each time, in one piece; without marks there is none. */
public final class MarkFile implements MarkJournal {

    private static final Logger log = LoggerFactory.getLogger(MarkFile.class);

    private final Supplier<Path> place;

    public MarkFile(Supplier<Path> place) {
        this.place = place;
    }

    @Override
    public GroupMarks read() {
        try {
            return MarkLines.parse(Files.readAllLines(path()));
        } catch (NoSuchFileException e) {
            return GroupMarks.none();
        } catch (IOException | IllegalArgumentException e) {
            log.warn("Cannot read {}: {}; groups get their firewall marks anew", path(), e.toString());
            return GroupMarks.none();
        }
    }

    /** A failure is logged: the marks hold nevertheless. */
    @Override
    public void write(GroupMarks marks) {
        try {
            if (marks.isEmpty()) {
                Files.deleteIfExists(path());
                return;
            }
            WholeFile.replace(path(), MarkLines.of(marks));
        } catch (IOException e) {
            log.warn("Cannot write {}: {}; a restart may give groups other firewall marks", path(), e.toString());
        }
    }

    private Path path() {
        return place.get();
    }
}
