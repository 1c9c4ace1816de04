package dev.pollux.ipvs.reconcile;

import dev.pollux.grammar.model.ServiceKey;
import dev.pollux.ipvs.table.IpvsadmArguments;
import dev.pollux.linux.file.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The journal as a file: a line {@code + -t 192.0.2.1:80} for a service that became ours, {@code - -t 192.0.2.1:80} for one
 * that is gone. Lines are appended, many with one write; a last line without its end was never finished and does not count.
 * When most lines are history the file is written anew and put in place in one piece. Weights and real servers are not in
 * it: they do not matter for what is ours, so that a check result costs no write.
 *
 * <p>Not synced to disk: it lies under /run, and the kernel's table does not survive a reboot either.
 */
public final class JournalFile implements ServiceJournal {

    private static final Logger log = LoggerFactory.getLogger(JournalFile.class);
    private static final int SLACK = 1000;

    private final Supplier<Path> place;
    private final Set<ServiceKey> services = new LinkedHashSet<>();
    private long lines;
    private boolean failing;

    public JournalFile(Supplier<Path> place) {
        this.place = place;
    }

    @Override
    public Set<ServiceKey> read() {
        try {
            String text = Files.readString(path(), StandardCharsets.US_ASCII);
            text.substring(0, text.lastIndexOf('\n') + 1).lines().forEach(this::take);
            rewrite();
        } catch (NoSuchFileException e) {
            return Set.of();
        } catch (IOException e) {
            failed(e);
        }
        return Set.copyOf(services);
    }

    @Override
    public void gained(Collection<ServiceKey> gained) {
        append("+ ", gained.stream().filter(services::add).toList());
    }

    @Override
    public void lost(Collection<ServiceKey> lost) {
        append("- ", lost.stream().filter(services::remove).toList());
    }

    private void take(String line) {
        ServiceKey service = line.length() < 2 ? null : IpvsadmArguments.service(line.substring(2));
        if (service == null) {
            log.warn("{}: line \"{}\" is not understood", path(), line);
        } else if (line.charAt(0) == '+') {
            services.add(service);
        } else {
            services.remove(service);
        }
    }

    private void append(String sign, Collection<ServiceKey> changed) {
        if (changed.isEmpty()) {
            return;
        }
        try {
            lines += changed.size();
            if (services.isEmpty()) {
                Files.deleteIfExists(path());
                lines = 0;
            } else if (lines > 2L * services.size() + SLACK) {
                rewrite();
            } else {
                WholeFile.createFolder(path());
                Files.write(path(), lines(sign, changed), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            }
            failing = false;
        } catch (IOException e) {
            failed(e);
        }
    }

    private void rewrite() throws IOException {
        WholeFile.replace(path(), lines("+ ", services));
        lines = services.size();
    }

    private void failed(IOException failure) {
        if (!failing) {
            failing = true;
            log.warn(
                    "Cannot keep {}: {}; a service that leaves the configuration while the director is down would stay in IPVS",
                    path(),
                    failure.toString());
        }
    }

    private static List<String> lines(String sign, Collection<ServiceKey> services) {
        return services.stream()
                .map(service -> sign + IpvsadmArguments.of(service))
                .toList();
    }

    private Path path() {
        return place.get();
    }
}
