package dev.pollux.ipvs.fullnat;

import dev.pollux.grammar.model.AddressText;
import dev.pollux.linux.file.WholeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The file under /run that says which local addresses the director has added, so that the next one, should this one die,
 * knows them for its own; lines for {@code ip -batch}. It is there exactly while our nftables table may be.
 */
final class AddressRecord {

    private static final Pattern LINE = Pattern.compile("addr del ([0-9a-f.:]+)/\\d+ dev (\\S+)");

    private final Supplier<Path> place;

    AddressRecord(Supplier<Path> place) {
        this.place = place;
    }

    boolean exists() {
        return Files.exists(path());
    }

    /**
     * Interface by address; none without a file. A line of another form is passed over.
     *
     * @throws UncheckedIOException when there is a file that cannot be read
     */
    Map<InetAddress, String> read() {
        Map<InetAddress, String> addresses = new LinkedHashMap<>();
        try {
            for (String line : Files.readAllLines(path())) {
                Matcher matcher = LINE.matcher(line);
                if (matcher.matches()) {
                    addresses.put(InetAddress.getByName(matcher.group(1)), matcher.group(2));
                }
            }
        } catch (NoSuchFileException e) {
            return addresses;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return addresses;
    }

    /**
     * Replaces the file in one piece.
     *
     * @throws UncheckedIOException when that is impossible; the old one is still there
     */
    void write(Map<InetAddress, String> addresses) {
        List<String> lines = addresses.entrySet().stream()
                .map(entry -> "addr del " + AddressText.of(entry.getKey()) + "/"
                        + entry.getKey().getAddress().length * 8 + " dev " + entry.getValue())
                .toList();
        try {
            WholeFile.replace(path(), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void remove() {
        try {
            Files.deleteIfExists(path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path path() {
        return place.get();
    }
}
