package dev.pollux.integration.capture;

import dev.pollux.integration.network.Namespace;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Listens on every port of the switch for ARP and VRRP. Capturing at the switch, where a frame arrives in the kernel's
 * softirq context, makes the time stamps independent of how busy the machine's programs are.
 */
public final class PacketCapture implements AutoCloseable {

    private static final Pattern LINK = Pattern.compile("(?m)^(\\d+): ([^:@]+)[:@]");

    /** The ring has a slot of this size for every packet: with tcpdump's defaults it holds eight, and loses the ninth. */
    private static final String LONGEST_PACKET = "512";

    private static final String RING_KIBIBYTES = "16384";

    private final Process tcpdump;
    private final Thread reader;

    private PacketCapture(Process tcpdump, Thread reader) {
        this.tcpdump = tcpdump;
        this.reader = reader;
    }

    /** Starts listening; everything seen from the return on is added to {@code timeline}. */
    public static PacketCapture start(Namespace switchNamespace, Timeline timeline) {
        Map<Integer, String> ports = ports(switchNamespace);
        List<String> command = switchNamespace.enter(List.of(
                "tcpdump",
                "-i",
                "any",
                "-y",
                "LINUX_SLL2",
                "-Q",
                "in",
                "--immediate-mode",
                "-U",
                "-n",
                "-s",
                LONGEST_PACKET,
                "-B",
                RING_KIBIBYTES,
                "-Z",
                "root",
                "--time-stamp-precision=nano",
                "-w",
                "-",
                "arp or ip proto 112 or ip proto 51 or ip6 proto 112"));
        try {
            Process tcpdump = new ProcessBuilder(command).start();
            awaitListening(tcpdump);
            Thread reader = new Thread(() -> read(tcpdump, ports, timeline), "packet capture");
            reader.setDaemon(true);
            reader.start();
            return new PacketCapture(tcpdump, reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Process id of the listener. */
    public long pid() {
        return tcpdump.pid();
    }

    @Override
    public void close() {
        tcpdump.destroy();
        try {
            tcpdump.waitFor();
            reader.join(1000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Map<Integer, String> ports(Namespace switchNamespace) {
        Map<Integer, String> ports = new HashMap<>();
        Matcher matcher = LINK.matcher(switchNamespace.ip("-o", "link"));
        while (matcher.find()) {
            if (matcher.group(2).indexOf('.') > 0) {
                ports.put(Integer.parseInt(matcher.group(1)), matcher.group(2));
            }
        }
        return Map.copyOf(ports);
    }

    private static void awaitListening(Process tcpdump) throws IOException {
        BufferedReader errors =
                new BufferedReader(new InputStreamReader(tcpdump.getErrorStream(), StandardCharsets.UTF_8));
        StringBuilder seen = new StringBuilder();
        for (String line = errors.readLine(); line != null; line = errors.readLine()) {
            seen.append(line).append('\n');
            if (line.contains("listening on")) {
                return;
            }
        }
        throw new IOException("tcpdump does not listen: " + seen);
    }

    private static void read(Process tcpdump, Map<Integer, String> ports, Timeline timeline) {
        try (PcapReader packets = new PcapReader(new BufferedInputStream(tcpdump.getInputStream()))) {
            while (true) {
                CapturedPacket packet = packets.next();
                String port = ports.get(packet.interfaceIndex());
                if (port != null) {
                    Optional<NetworkEvent> event = packet.event(port);
                    event.ifPresent(timeline::add);
                }
            }
        } catch (EOFException e) {
            timeline.remark("capture ends");
        } catch (IOException e) {
            timeline.remark("capture fails: " + e);
        }
    }
}
