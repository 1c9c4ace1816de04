package dev.pollux.ipvs.table;

import dev.pollux.grammar.model.AddressFamily;
import dev.pollux.grammar.model.AddressLiteral;
import dev.pollux.grammar.model.ServiceKey;
import dev.pollux.grammar.model.TransportProtocol;
import java.net.InetAddress;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Entries in the words of {@code ipvsadm -Sn}: the form that operators of IPVS read. */
public final class IpvsadmArguments {

    private static final Pattern MARK = Pattern.compile("\\d{1,10}");
    private static final Pattern ENDPOINT = Pattern.compile("\\[?([0-9a-f:.]+?)\\]?:(\\d{1,5})");

    private IpvsadmArguments() {}

    /** For example {@code -t 192.0.2.1:80}, {@code -f 7 -6}. */
    public static String of(ServiceKey key) {
        if (key instanceof ServiceKey.ByFirewallMark byMark) {
            return "-f " + byMark.mark() + (byMark.family() == AddressFamily.IPV6 ? " -6" : "");
        }
        ServiceKey.ByAddress byAddress = (ServiceKey.ByAddress) key;
        String option =
                switch (byAddress.protocol()) {
                    case TCP -> "-t ";
                    case UDP -> "-u ";
                    case SCTP -> "--sctp-service ";
                };
        return option + DestinationKey.endpoint(byAddress.address(), byAddress.port());
    }

    /** The service that {@link #of(ServiceKey)} wrote, or null for another text. */
    public static @Nullable ServiceKey service(String text) {
        List<String> words = List.of(text.split(" ", -1));
        String name = words.size() < 2 ? "" : words.get(1);
        if (words.get(0).equals("-f") && MARK.matcher(name).matches()) {
            boolean six = words.size() > 2 && words.get(2).equals("-6");
            return new ServiceKey.ByFirewallMark(six ? AddressFamily.IPV6 : AddressFamily.IPV4, Long.parseLong(name));
        }
        Matcher endpoint = ENDPOINT.matcher(name);
        InetAddress address = endpoint.matches() ? AddressLiteral.parse(endpoint.group(1)) : null;
        if (address == null) {
            return null;
        }
        int port = Integer.parseInt(endpoint.group(2));
        return switch (words.get(0)) {
            case "-t" -> new ServiceKey.ByAddress(TransportProtocol.TCP, address, port);
            case "-u" -> new ServiceKey.ByAddress(TransportProtocol.UDP, address, port);
            case "--sctp-service" -> new ServiceKey.ByAddress(TransportProtocol.SCTP, address, port);
            default -> null;
        };
    }

    /** For example {@code -t 192.0.2.1:80 -s wrr -p 10 -M 255.255.255.0}. */
    public static String of(Service service) {
        StringBuilder text = new StringBuilder(of(service.key())).append(" -s ").append(service.scheduler());
        if (service.persistent()) {
            text.append(" -p ").append(service.timeoutSeconds());
            if (service.netmask() != Service.singleHost(service.key().family())) {
                text.append(" -M ").append(netmask(service));
            }
            if (service.engine() != null) {
                text.append(" --pe ").append(service.engine());
            }
        }
        if ((service.flags() & Service.ONE_PACKET) != 0) {
            text.append(" -o");
        }
        String schedulerFlags = schedulerFlags(service);
        return schedulerFlags.isEmpty()
                ? text.toString()
                : text.append(" -b ").append(schedulerFlags).toString();
    }

    /** For example {@code -t 192.0.2.1:80 -r 198.51.100.1:80 -m -w 1}. */
    public static String of(ServiceKey key, Destination destination) {
        StringBuilder text = new StringBuilder(of(key))
                .append(" -r ")
                .append(destination.key())
                .append(' ')
                .append(method(destination.forwarding()))
                .append(" -w ")
                .append(destination.weight())
                .append(tunnel(destination.forwarding()));
        if (destination.upperThreshold() != 0) {
            text.append(" -x ").append(destination.upperThreshold());
        }
        if (destination.lowerThreshold() != 0) {
            text.append(" -y ").append(destination.lowerThreshold());
        }
        return text.toString();
    }

    private static String netmask(Service service) {
        int mask = service.netmask();
        return service.key().family() == AddressFamily.IPV6
                ? Integer.toString(mask)
                : (mask >>> 24) + "." + ((mask >>> 16) & 0xff) + "." + ((mask >>> 8) & 0xff) + "." + (mask & 0xff);
    }

    private static String schedulerFlags(Service service) {
        boolean hashing = "sh".equals(service.scheduler()) || "mh".equals(service.scheduler());
        String first = hashing ? service.scheduler() + "-fallback" : "flag-1";
        String second = hashing ? service.scheduler() + "-port" : "flag-2";
        StringBuilder text = new StringBuilder();
        append(text, service.flags() & Service.SCHEDULER_1, first);
        append(text, service.flags() & Service.SCHEDULER_2, second);
        append(text, service.flags() & Service.SCHEDULER_3, "flag-3");
        return text.toString();
    }

    private static void append(StringBuilder text, int bit, String name) {
        if (bit != 0) {
            text.append(text.isEmpty() ? "" : ",").append(name);
        }
    }

    private static String method(ForwardingMethod forwarding) {
        return switch (forwarding.method()) {
            case ForwardingMethod.MASQUERADING -> "-m";
            case ForwardingMethod.DIRECT_ROUTING -> "-g";
            case ForwardingMethod.TUNNEL -> "-i";
            default -> "(forwarding method " + forwarding.method() + ")";
        };
    }

    private static String tunnel(ForwardingMethod forwarding) {
        if (!forwarding.tunnel()) {
            return "";
        }
        String checksum = (forwarding.tunnelFlags() & ForwardingMethod.FLAG_REMOTE_CHECKSUM) != 0
                ? " --tun-remcsum"
                : (forwarding.tunnelFlags() & ForwardingMethod.FLAG_CHECKSUM) != 0 ? " --tun-csum" : " --tun-nocsum";
        return switch (forwarding.tunnelType()) {
            case ForwardingMethod.TYPE_GUE -> " --tun-type gue --tun-port " + forwarding.tunnelPort() + checksum;
            case ForwardingMethod.TYPE_GRE -> " --tun-type gre" + checksum;
            default -> " --tun-type ipip";
        };
    }
}
