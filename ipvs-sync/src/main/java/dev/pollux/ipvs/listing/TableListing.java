package dev.pollux.ipvs.listing;

import dev.pollux.grammar.model.AddressFamily;
import dev.pollux.grammar.model.ServiceKey;
import dev.pollux.grammar.model.TransportProtocol;
import dev.pollux.ipvs.kernel.KernelInfo;
import dev.pollux.ipvs.kernel.ServiceLoad;
import dev.pollux.ipvs.kernel.TableReadout;
import dev.pollux.ipvs.table.Destination;
import dev.pollux.ipvs.table.EndpointText;
import dev.pollux.ipvs.table.IpvsadmArguments;
import dev.pollux.ipvs.table.Service;
import dev.pollux.ipvs.table.TableEntry;
import java.util.Collection;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A listing of the table.
 *
 * @param exact numbers of traffic with all their digits
 * @param sorted not in the kernel's order
 */
public record TableListing(ListingForm form, EndpointText endpoints, boolean exact, boolean sorted) {

    private static final int NAME_WIDTH = 28;

    /** The line above all headings. */
    public static String title(KernelInfo kernel) {
        return "IP Virtual Server version %s (size=%d)\n".formatted(kernel.versionText(), kernel.connectionTableSize());
    }

    /** The table as words that make it anew. */
    public static String saved(TableReadout readout, EndpointText endpoints) {
        IpvsadmArguments arguments = IpvsadmArguments.saved(endpoints);
        StringBuilder text = new StringBuilder();
        for (TableEntry entry : EntryOrder.services(readout.table().entries().values())) {
            text.append("-A ").append(arguments.service(entry.service())).append('\n');
            for (Destination server :
                    EntryOrder.destinations(entry.destinations().values())) {
                text.append("-a ")
                        .append(arguments.destination(entry.service().key(), server))
                        .append('\n');
            }
        }
        return text.toString();
    }

    /** Headings and lines. */
    public String of(TableReadout readout) {
        StringBuilder text = new StringBuilder(form.headings());
        Collection<TableEntry> entries = readout.table().entries().values();
        for (TableEntry entry : sorted ? EntryOrder.services(entries) : entries) {
            ServiceLoad load =
                    Objects.requireNonNull(readout.loads().get(entry.service().key()));
            text.append(line(entry.service(), load)).append('\n');
            ServerLine servers = new ServerLine(form, exact);
            Collection<Destination> destinations = entry.destinations().values();
            for (Destination server : sorted ? EntryOrder.destinations(destinations) : destinations) {
                text.append("  -> ")
                        .append(name(server, Service.protocol(entry.service().key())))
                        .append(servers.of(
                                server,
                                Objects.requireNonNull(load.destinations().get(server.key()))))
                        .append('\n');
            }
        }
        return text.toString();
    }

    private String line(Service service, ServiceLoad load) {
        String name = name(service.key());
        String protocol = "%-5s".formatted(protocolName(service.key()));
        return form.traffic()
                ? protocol + "%-28s".formatted(name) + TrafficColumns.of(form, load.traffic(), exact)
                : protocol + name + " " + settings(service);
    }

    private static String protocolName(ServiceKey key) {
        TransportProtocol protocol = Service.protocol(key);
        return protocol == null ? "FWM" : protocol.name();
    }

    private String name(ServiceKey key) {
        if (key instanceof ServiceKey.ByFirewallMark byMark) {
            return (int) byMark.mark() + (byMark.family() == AddressFamily.IPV6 ? " IPv6" : "");
        }
        ServiceKey.ByAddress byAddress = (ServiceKey.ByAddress) key;
        String name = endpoints.of(byAddress.address(), byAddress.port(), byAddress.protocol());
        return key.family() == AddressFamily.IPV4 ? cut(name) : name;
    }

    private String name(Destination server, @Nullable TransportProtocol protocol) {
        String name = endpoints.of(server.key().address(), server.key().port(), protocol);
        boolean narrow = AddressFamily.of(server.key().address()) == AddressFamily.IPV4;
        return "%-28s".formatted(narrow ? cut(name) : name);
    }

    private static String cut(String name) {
        return name.length() > NAME_WIDTH ? name.substring(0, NAME_WIDTH) : name;
    }

    private static String settings(Service service) {
        StringBuilder text = new StringBuilder(service.scheduler());
        String flags = service.schedulerFlagsText();
        if (!flags.isEmpty()) {
            text.append(" (").append(flags).append(')');
        }
        if (service.persistent()) {
            text.append(" persistent ").append(service.timeoutSeconds());
            if (service.netmask() != Service.singleHost(service.key().family())) {
                text.append(" mask ").append(service.netmaskText());
            }
            if (service.engine() != null) {
                text.append(" pe ").append(service.engine());
            }
        }
        return (service.flags() & Service.ONE_PACKET) == 0
                ? text.toString()
                : text.append(" ops").toString();
    }
}
