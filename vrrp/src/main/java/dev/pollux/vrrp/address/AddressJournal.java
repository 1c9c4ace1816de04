package dev.pollux.vrrp.address;

import dev.pollux.linux.file.WholeFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The file that tells the supervisor what to remove after the director died: lines for {@code ip -batch}, one for
 * each address, route and rule that is held or about to be. Written before one is added, replaced in one piece.
 *
 * <p>Not synced to disk: it lies under /run and is of no use after a crash of the machine.
 */
public final class AddressJournal {

    private final Path path;
    /** Null: what an earlier life left in the file is not known. */
    private @Nullable List<String> written;

    public AddressJournal(Path path) {
        this.path = path;
    }

    /**
     * Makes the journal list these, rules and routes before the addresses they lead over.
     *
     * @throws IOException when it cannot be written; the old one is still there
     */
    public void write(Stream<BoundEntry> held) throws IOException {
        List<String> lines = held.sorted(BoundEntry.REMOVAL_ORDER)
                .map(BoundEntry::removal)
                .distinct()
                .toList();
        if (lines.equals(written)) {
            return;
        }
        WholeFile.replace(path, lines);
        written = lines;
    }
}
