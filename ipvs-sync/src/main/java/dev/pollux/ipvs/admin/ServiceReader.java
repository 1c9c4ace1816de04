package dev.pollux.ipvs.admin;

import dev.pollux.grammar.model.AddressFamily;
import dev.pollux.grammar.model.ServiceKey;
import dev.pollux.grammar.model.TransportProtocol;
import dev.pollux.ipvs.names.NameService;
import dev.pollux.ipvs.table.Service;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the service that a command line names, with its settings. */
final class ServiceReader {

    /** 31 days, in seconds. */
    static final long MAX_TIMEOUT = 31 * 24 * 60 * 60;

    private static final String DEFAULT_TIMEOUT = "360";
    private static final String DEFAULT_SCHEDULER = "wlc";
    private static final long MAX_MARK = 0xffff_ffffL;

    private static final Map<AdminOption, TransportProtocol> PROTOCOLS = Map.of(
            AdminOption.TCP_SERVICE, TransportProtocol.TCP,
            AdminOption.UDP_SERVICE, TransportProtocol.UDP,
            AdminOption.SCTP_SERVICE, TransportProtocol.SCTP);

    private final AdminWords words;
    private final NameService names;

    ServiceReader(AdminWords words, NameService names) {
        this.words = words;
        this.names = names;
    }

    ServiceKey key() {
        ServiceKey key = keyOrNull();
        if (key == null) {
            throw UsageException.meaning(words.verb() + " needs the service: -t, -u, --sctp-service or -f");
        }
        return key;
    }

    @Nullable
    ServiceKey keyOrNull() {
        for (Map.Entry<AdminOption, String> given : words.options().entrySet()) {
            TransportProtocol protocol = PROTOCOLS.get(given.getKey());
            if (protocol != null) {
                return byAddress(given.getKey(), given.getValue(), protocol);
            }
        }
        String mark = words.value(AdminOption.FWMARK_SERVICE);
        return mark == null ? null : byMark(mark);
    }

    /** Local addresses of FULLNAT belong to services by address only. */
    ServiceKey.ByAddress addressed() {
        ServiceKey.ByAddress key = addressedOrNull();
        if (key == null) {
            throw UsageException.meaning(words.verb() + " needs the service: -t, -u or --sctp-service");
        }
        return key;
    }

    ServiceKey.@Nullable ByAddress addressedOrNull() {
        ServiceKey key = keyOrNull();
        if (key instanceof ServiceKey.ByFirewallMark) {
            throw UsageException.meaning(words.verb() + " is not about firewall marks");
        }
        return (ServiceKey.ByAddress) key;
    }

    Service service() {
        ServiceKey key = key();
        boolean persistent = words.has(AdminOption.PERSISTENT);
        if (key instanceof ServiceKey.ByAddress byAddress && byAddress.port() == 0 && !persistent) {
            throw UsageException.meaning("Port 0 stands for all ports and needs persistence (-p)");
        }
        String scheduler = words.options().getOrDefault(AdminOption.SCHEDULER, DEFAULT_SCHEDULER);
        int flags = SchedulerFlags.read(words.options().getOrDefault(AdminOption.SCHED_FLAGS, ""), scheduler);
        return new Service(
                key,
                scheduler,
                flags | (persistent ? Service.PERSISTENT : 0) | onePacket(key),
                persistent ? timeout() : 0,
                netmask(key.family()),
                words.value(AdminOption.PE));
    }

    private ServiceKey byAddress(AdminOption option, String text, TransportProtocol protocol) {
        Endpoint endpoint = Endpoint.read(text, protocol, names)
                .orElseThrow(() -> UsageException.meaning(option + " " + text + ": no address of a virtual server"));
        return new ServiceKey.ByAddress(protocol, endpoint.address(), endpoint.portOr(0));
    }

    private ServiceKey byMark(String text) {
        AddressFamily family = words.has(AdminOption.IPV6) ? AddressFamily.IPV6 : AddressFamily.IPV4;
        return new ServiceKey.ByFirewallMark(family, mark(text));
    }

    /** Saved tables have marks of 2^31 and more as negative numbers. */
    private static long mark(String text) {
        if (text.matches("-\\d{1,10}")) {
            return (Numbers.read("-f", text.substring(1), 1, 1L + Integer.MAX_VALUE) * -1) & MAX_MARK;
        }
        return Numbers.read("-f", text, 1, MAX_MARK);
    }

    private int onePacket(ServiceKey key) {
        if (!words.has(AdminOption.OPS)) {
            return 0;
        }
        if (key instanceof ServiceKey.ByAddress byAddress && byAddress.protocol() != TransportProtocol.UDP) {
            throw UsageException.meaning("-o: only UDP can be scheduled packet by packet");
        }
        return Service.ONE_PACKET;
    }

    private long timeout() {
        String seconds = words.value(AdminOption.PERSISTENT);
        return Numbers.read("-p", seconds == null || seconds.isEmpty() ? DEFAULT_TIMEOUT : seconds, 1, MAX_TIMEOUT);
    }

    private int netmask(AddressFamily family) {
        String text = words.value(AdminOption.NETMASK);
        if (text == null) {
            return Service.singleHost(family);
        }
        if (family == AddressFamily.IPV6) {
            return (int) Numbers.read("-M", text, 1, AddressFamily.IPV6.bits());
        }
        InetAddress mask = names.address(text)
                .filter(Inet4Address.class::isInstance)
                .orElseThrow(() -> UsageException.meaning("-M " + text + ": no netmask"));
        return ByteBuffer.wrap(mask.getAddress()).getInt();
    }
}
