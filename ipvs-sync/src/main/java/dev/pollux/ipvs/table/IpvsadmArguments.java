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

/** Entries in the words of ipvsadm: the form that operators of IPVS read. */
public final class IpvsadmArguments {

    private static final Pattern MARK = Pattern.compile("\\d{1,10}");
    private static final Pattern ENDPOINT = Pattern.compile("\\[?([0-9a-f:.]+?)\\]?:(\\d{1,5})");
    private static final IpvsadmArguments EXACT = new IpvsadmArguments(EndpointText.NUMERIC, true);

    private final EndpointText endpoints;
    private final boolean exact;

    private IpvsadmArguments(EndpointText endpoints, boolean exact) {
        this.endpoints = endpoints;
        this.exact = exact;
    }

    /**
     * As {@code ipvsadm -S} of version 1.31 writes them, which leaves out thresholds and takes a mark of 2^31 and more for
     * a negative number.
     */
    public static IpvsadmArguments saved(EndpointText endpoints) {
        return new IpvsadmArguments(endpoints, false);
    }

    /** For example {@code -t 192.0.2.1:80}, {@code -f 7 -6}. */
    public static String of(ServiceKey key) {
        return EXACT.service(key);
    }

    /** For example {@code -t 192.0.2.1:80 -s wrr -p 10 -M 255.255.255.0}. */
    public static String of(Service service) {
        return EXACT.service(service);
    }

    /** For example {@code -t 192.0.2.1:80 -r 198.51.100.1:80 -m -w 1}. */
    public static String of(ServiceKey key, Destination destination) {
        return EXACT.destination(key, destination);
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

    /** What adds a service. */
    public String service(Service service) {
        StringBuilder text =
                new StringBuilder(service(service.key())).append(" -s ").append(service.scheduler());
        if (service.persistent()) {
            text.append(" -p ").append(service.timeoutSeconds());
            if (service.netmask() != Service.singleHost(service.key().family())) {
                text.append(" -M ").append(service.netmaskText());
            }
        }
        if (service.engine() != null) {
            text.append(" --pe ").append(service.engine());
        }
        if ((service.flags() & Service.ONE_PACKET) != 0) {
            text.append(" -o");
        }
        String schedulerFlags = service.schedulerFlagsText();
        return schedulerFlags.isEmpty()
                ? text.toString()
                : text.append(" -b ").append(schedulerFlags).toString();
    }

    /** What adds a destination. */
    public String destination(ServiceKey key, Destination destination) {
        DestinationKey server = destination.key();
        StringBuilder text = new StringBuilder(service(key))
                .append(" -r ")
                .append(endpoints.of(server.address(), server.port(), Service.protocol(key)))
                .append(' ')
                .append(method(destination.forwarding()))
                .append(" -w ")
                .append(destination.weight())
                .append(tunnel(destination.forwarding()));
        if (exact && destination.upperThreshold() != 0) {
            text.append(" -x ").append(destination.upperThreshold());
        }
        if (exact && destination.lowerThreshold() != 0) {
            text.append(" -y ").append(destination.lowerThreshold());
        }
        return text.toString();
    }

    private String service(ServiceKey key) {
        if (key instanceof ServiceKey.ByFirewallMark byMark) {
            long mark = exact ? byMark.mark() : (int) byMark.mark();
            return "-f " + mark + (byMark.family() == AddressFamily.IPV6 ? " -6" : "");
        }
        ServiceKey.ByAddress byAddress = (ServiceKey.ByAddress) key;
        String option =
                switch (byAddress.protocol()) {
                    case TCP -> "-t ";
                    case UDP -> "-u ";
                    case SCTP -> "--sctp-service ";
                };
        return option + endpoints.of(byAddress.address(), byAddress.port(), byAddress.protocol());
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
