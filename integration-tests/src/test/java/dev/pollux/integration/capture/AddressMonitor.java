package dev.pollux.integration.capture;

import dev.pollux.integration.network.Host;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Follows the IPv4 addresses of one host by {@code ip monitor}. */
public final class AddressMonitor implements AutoCloseable {

    private static final Pattern LINE = Pattern.compile("\\[([^]]+)] (Deleted )?\\d+: (\\S+)\\s+inet ([0-9.]+)[/ ].*");

    private final Process monitor;

    private AddressMonitor(Process monitor) {
        this.monitor = monitor;
    }

    public static AddressMonitor start(Host host, Timeline timeline) {
        ProcessBuilder builder =
                new ProcessBuilder(host.namespace().enter(List.of("ip", "-4", "-o", "-ts", "monitor", "address")));
        builder.environment().put("TZ", "UTC");
        builder.redirectErrorStream(true);
        try {
            Process monitor = builder.start();
            Thread reader = new Thread(() -> read(monitor, host, timeline), "addresses of " + host.label());
            reader.setDaemon(true);
            reader.start();
            return new AddressMonitor(monitor);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Process id of the listener. */
    public long pid() {
        return monitor.pid();
    }

    @Override
    public void close() {
        monitor.destroy();
    }

    static Optional<NetworkEvent> parse(String line, String host) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long nanos = WallClock.nanos(LocalDateTime.parse(matcher.group(1)).toInstant(ZoneOffset.UTC));
        boolean added = matcher.group(2) == null;
        return Optional.of(new NetworkEvent.AddressChange(nanos, host, matcher.group(3), matcher.group(4), added));
    }

    private static void read(Process monitor, Host host, Timeline timeline) {
        try (BufferedReader lines = monitor.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                parse(line, host.label()).ifPresent(timeline::add);
            }
        } catch (IOException e) {
            timeline.remark("monitor of " + host.label() + " ends: " + e.getMessage());
        }
    }
}
