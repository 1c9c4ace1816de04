package dev.pollux.ipvs.fullnat;

import dev.pollux.grammar.model.AddressText;
import dev.pollux.grammar.model.ServiceKey;
import dev.pollux.ipvs.admin.LocalAddressTable;
import dev.pollux.ipvs.table.LocalAddressChange;
import dev.pollux.linux.conntrack.ConntrackClient;
import dev.pollux.linux.conntrack.TranslatedConnection;
import dev.pollux.linux.netlink.NetlinkAck;
import dev.pollux.linux.nftables.Nftables;
import dev.pollux.linux.route.RouteClient;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The local addresses of services in the kernel's table, for tools that work without a running director: what ipvsadm's
 * FULLNAT fork does with {@code -P}, {@code -Q} (each with {@code -z ADDRESS}) and {@code -G}. While a director runs, the table
 * is the director's: it repairs what differs from its configuration, so a tool tells it what to override.
 *
 * <p>A service needs, besides, an IPVS service whose destinations masquerade ({@code ipvsadm -a -b} is {@code -m}),
 * {@code net.ipv4.vs.conntrack=1}, forwarding, and its local addresses on an interface.
 *
 * <p>Reading and changing run nft(8) and wait for it, and fail with {@link dev.pollux.linux.nftables.NftablesException}; what
 * is asked over netlink fails with {@link dev.pollux.linux.syscall.SystemCallException}.
 */
public final class FullNatTable implements LocalAddressTable {

    private static final Path CONNTRACK = Path.of("/proc/sys/net/ipv4/vs/conntrack");

    private final Nftables nftables;

    FullNatTable(Nftables nftables) {
        this.nftables = nftables;
    }

    /** The table of the calling thread's network namespace. */
    public static FullNatTable open() {
        return new FullNatTable(Nftables.system());
    }

    /** Every service with its local addresses; none where there is no table. */
    public Translations read() {
        return nftables.read(TranslationTable.NAME).map(ListedTranslations::of).orElseGet(Translations::none);
    }

    @Override
    public NetlinkAck change(LocalAddressChange change) {
        Translations present = read();
        NetlinkAck answer = LocalAddressOverrides.answer(change, present);
        if (answer.succeeded()) {
            List<InetAddress> addresses = new ArrayList<>(present.addresses(change.service()));
            if (change.add()) {
                addresses.add(change.address());
            } else {
                addresses.remove(change.address());
            }
            write(present.with(change.service(), addresses));
        }
        return answer;
    }

    @Override
    public List<String> missing(LocalAddressChange change) {
        List<String> missing = new ArrayList<>();
        if (!change.add()) {
            return missing;
        }
        try {
            if (Files.readString(CONNTRACK).strip().equals("0")) {
                missing.add("FULLNAT does nothing before: sysctl -w net.ipv4.vs.conntrack=1");
            }
        } catch (IOException e) {
            missing.add("This kernel cannot do FULLNAT: " + CONNTRACK + ": " + e.getMessage());
        }
        try (RouteClient routes = RouteClient.open()) {
            if (routes.addresses().stream()
                    .noneMatch(present -> present.address().equals(change.address()))) {
                String address = AddressText.of(change.address());
                missing.add("No interface has " + address + ", so that answers to it are lost: ip address add "
                        + address + "/" + change.address().getAddress().length * Byte.SIZE + " dev INTERFACE");
            }
        }
        return missing;
    }

    @Override
    public Map<ServiceKey.ByAddress, Map<InetAddress, Long>> connections() {
        Map<ServiceKey.ByAddress, Map<InetAddress, Long>> counts = new LinkedHashMap<>();
        read().pools().forEach((service, pool) -> {
            Map<InetAddress, Long> byAddress = new LinkedHashMap<>();
            pool.addresses().forEach(address -> byAddress.put(address, 0L));
            counts.put(service, byAddress);
        });
        if (!counts.isEmpty()) {
            try (ConntrackClient client = ConntrackClient.open()) {
                client.translated().forEach(connection -> count(connection, counts));
            }
        }
        return counts;
    }

    private static void count(
            TranslatedConnection connection, Map<ServiceKey.ByAddress, Map<InetAddress, Long>> counts) {
        counts.forEach((service, byAddress) -> {
            if (service.protocol().number() == connection.protocol()
                    && service.address().equals(connection.target())
                    && (service.port() == 0 || service.port() == connection.targetPort())) {
                byAddress.computeIfPresent(connection.local(), (address, count) -> count + 1);
            }
        });
    }

    private void write(Translations next) {
        TranslationTable table = TranslationTable.of(next);
        nftables.apply(next.isEmpty() ? table.removal() : table.creation());
    }
}
