package dev.pollux.ipvs.admin;

import dev.pollux.ipvs.names.NameService;
import dev.pollux.ipvs.table.TableChange;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * {@code -R}: every line is a command line. As with ipvsadm, words that make no sense and a service to list that is not there end
 * it, while an unknown option or a refusal by the kernel is said and passed over, and the last line gives the exit code. Changes that follow each other go
 * to the kernel together.
 */
final class Restoration {

    private static final int BATCH = 512;
    private static final String PROGRAM = "ipvsadm";

    private final Ipvsadm ipvsadm;
    private final NameService names;
    private final List<TableChange> changes = new ArrayList<>();
    private int result;

    Restoration(Ipvsadm ipvsadm, NameService names) {
        this.ipvsadm = ipvsadm;
        this.names = names;
    }

    /** Returns what the process ends with. */
    int run(InputStream in) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            boolean more = true;
            for (String line = lines.readLine(); line != null && more; line = lines.readLine()) {
                List<String> words = words(line);
                more = words.isEmpty() || carryOut(AdminRequest.read(words, names));
            }
            flush();
            return result;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether lines behind this one count. */
    private boolean carryOut(AdminRequest request) {
        if (request instanceof AdminRequest.Change change) {
            changes.add(change.command());
            if (changes.size() >= BATCH) {
                flush();
            }
            return true;
        }
        flush();
        AdminRequest possible = request instanceof AdminRequest.Restore
                ? new AdminRequest.Rejected(AdminRequest.Fault.NO_COMMAND, "-R cannot be in the input of -R")
                : request;
        result = ipvsadm.answer(possible);
        return result != AdminListing.NOTHING_THERE
                && (!(possible instanceof AdminRequest.Rejected rejected)
                        || rejected.fault() == AdminRequest.Fault.SPELLING);
    }

    private void flush() {
        if (!changes.isEmpty()) {
            result = ipvsadm.change(changes);
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
