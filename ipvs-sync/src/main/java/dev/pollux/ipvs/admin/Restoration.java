package dev.pollux.ipvs.admin;

import dev.pollux.ipvs.names.NameService;
import dev.pollux.ipvs.table.Command;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code -R}: every line is a command line. As with ipvsadm, words that make no sense end it, while an unknown option or a
 * refusal by the kernel is said and passed over. Changes that follow each other go to the kernel together.
 */
final class Restoration {

    private static final int BATCH = 512;
    private static final String PROGRAM = "ipvsadm";

    private final Ipvsadm ipvsadm;
    private final NameService names;
    private final List<Command> changes = new ArrayList<>();

    Restoration(Ipvsadm ipvsadm, NameService names) {
        this.ipvsadm = ipvsadm;
        this.names = names;
    }

    /** Returns what the process ends with. */
    int run(InputStream in) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            Optional<Integer> end = Optional.empty();
            for (String line = lines.readLine(); line != null && end.isEmpty(); line = lines.readLine()) {
                List<String> words = words(line);
                end = words.isEmpty() ? Optional.empty() : carryOut(AdminRequest.read(words, names));
            }
            flush();
            return end.orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The exit code where the line ends it all. */
    private Optional<Integer> carryOut(AdminRequest request) {
        if (request instanceof AdminRequest.Change change) {
            changes.add(change.command());
            if (changes.size() >= BATCH) {
                flush();
            }
            return Optional.empty();
        }
        flush();
        if (request instanceof AdminRequest.Restore) {
            request = new AdminRequest.Rejected(AdminRequest.Fault.NO_COMMAND, "-R cannot be in the input of -R");
        }
        int code = ipvsadm.answer(request);
        return request instanceof AdminRequest.Rejected rejected && rejected.fault() != AdminRequest.Fault.SPELLING
                ? Optional.of(code)
                : Optional.empty();
    }

    private void flush() {
        if (!changes.isEmpty()) {
            int unused = ipvsadm.change(changes);
            changes.clear();
        }
    }

    private static List<String> words(String line) {
        List<String> words = Stream.of(line.strip().split("\\s+", -1))
                .filter(word -> !word.isEmpty())
                .toList();
        return !words.isEmpty() && words.get(0).equals(PROGRAM) ? words.subList(1, words.size()) : words;
    }
}
