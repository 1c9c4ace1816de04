package dev.pollux.ipvs.override;

import dev.pollux.ipvs.admin.AdminRequest;
import dev.pollux.ipvs.names.NoNames;
import dev.pollux.ipvs.table.Command;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The journal as a file with a line for each override, in ipvsadm's words: {@code -e -t 192.0.2.1:80 -r 198.51.100.1:80 -m
 * -w 0}. It is small and written anew each time, in one piece; without overrides there is none.
 */
public final class OverrideFile implements OverrideJournal {

    private static final Logger log = LoggerFactory.getLogger(OverrideFile.class);

    private final Path path;

    public OverrideFile(Path path) {
        this.path = path;
    }

    @Override
    public Overrides read() {
        try (Stream<String> lines = Files.lines(path, StandardCharsets.US_ASCII)) {
            return Overrides.of(
                    lines.map(this::command).flatMap(Optional::stream).toList());
        } catch (NoSuchFileException e) {
            return Overrides.none();
        } catch (IOException e) {
            log.warn("Cannot read {}: {}; overrides of an earlier director are lost", path, e.toString());
            return Overrides.none();
        }
    }

    @Override
    public void write(Overrides overrides) {
        try {
            if (overrides.commands().isEmpty()) {
                Files.deleteIfExists(path);
                return;
            }
            Path directory = path.toAbsolutePath().getParent();
            if (directory != null) {
                Files.createDirectories(directory);
            }
            Path next = path.resolveSibling(path.getFileName() + ".new");
            Files.writeString(next, overrides.toString(), StandardCharsets.US_ASCII);
            Files.move(next, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            log.warn("Cannot write {}: {}; a restart would lift the overrides", path, e.toString());
        }
    }

    private Optional<Command.OnService> command(String line) {
        AdminRequest request = AdminRequest.read(List.of(line.split(" ", -1)), new NoNames());
        if (request instanceof AdminRequest.Change change && change.command() instanceof Command.OnService command) {
            return Optional.of(command);
        }
        log.warn("{}: line \"{}\" is not understood", path, line);
        return Optional.empty();
    }
}
