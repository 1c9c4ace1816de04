package dev.pollux.ipvs.names;

import dev.pollux.grammar.model.TransportProtocol;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** The names this system knows: hosts by its resolver, ports by /etc/services (services(5)). */
public final class SystemNames implements NameService {

    private static final Path SERVICES = Path.of("/etc/services");

    private final List<Entry> entries;

    SystemNames(List<String> services) {
        entries = services.stream().flatMap(SystemNames::entries).toList();
    }

    /** Reads /etc/services; without that file no port has a name. */
    public static SystemNames read() {
        try {
            return new SystemNames(Files.readAllLines(SERVICES, StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            return new SystemNames(List.of());
        }
    }

    @Override
    public Optional<InetAddress> address(String host) {
        try {
            return Stream.of(InetAddress.getAllByName(host))
                    .filter(Inet4Address.class::isInstance)
                    .findFirst();
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<String> host(InetAddress address) {
        String name = address.getCanonicalHostName();
        // Without a name this is the address itself.
        return name.equals(address.getHostAddress()) ? Optional.empty() : Optional.of(name);
    }

    @Override
    public OptionalInt port(String service, TransportProtocol protocol) {
        return entries.stream()
                .filter(entry -> entry.protocol.equals(protocol.toString()) && entry.names.contains(service))
                .mapToInt(Entry::port)
                .findFirst();
    }

    @Override
    public Optional<String> service(int port, TransportProtocol protocol) {
        return entries.stream()
                .filter(entry -> entry.protocol.equals(protocol.toString()) && entry.port == port)
                .map(entry -> entry.names.get(0))
                .findFirst();
    }

    private static Stream<Entry> entries(String line) {
        String[] words = line.replaceFirst("#.*", "").strip().split("\\s+", -1);
        String[] port = words.length < 2 ? new String[0] : words[1].split("/", -1);
        if (port.length != 2 || !port[0].matches("\\d{1,5}")) {
            return Stream.empty();
        }
        List<String> names =
                Stream.concat(Stream.of(words[0]), Stream.of(words).skip(2)).toList();
        return Stream.of(new Entry(Integer.parseInt(port[0]), port[1], names));
    }

    private record Entry(int port, String protocol, List<String> names) {}
}
