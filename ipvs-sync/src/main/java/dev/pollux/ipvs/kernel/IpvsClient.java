package dev.pollux.ipvs.kernel;

import dev.pollux.grammar.model.ServiceKey;
import dev.pollux.ipvs.kernel.IpvsAttribute.Info;
import dev.pollux.ipvs.kernel.IpvsAttribute.Top;
import dev.pollux.ipvs.table.Command;
import dev.pollux.ipvs.table.Destination;
import dev.pollux.ipvs.table.DestinationKey;
import dev.pollux.ipvs.table.IpvsTable;
import dev.pollux.ipvs.table.TableEntry;
import dev.pollux.linux.generic.Family;
import dev.pollux.linux.generic.GenericNetlink;
import dev.pollux.linux.netlink.NetlinkAck;
import dev.pollux.linux.netlink.NetlinkAttributes;
import dev.pollux.linux.netlink.NetlinkConnection;
import dev.pollux.linux.netlink.NetlinkException;
import dev.pollux.linux.netlink.NetlinkRequest;
import dev.pollux.linux.syscall.Errno;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A connection to the kernel's IPVS. Changing and reading the table needs CAP_NET_ADMIN in the network namespace, or
 * every answer is EPERM.
 */
public final class IpvsClient implements KernelTable {

    /** {@code IPVS_GENL_NAME}. */
    private static final String FAMILY = "IPVS";

    private final NetlinkConnection connection;
    private final Family family;

    private IpvsClient(NetlinkConnection connection, Family family) {
        this.connection = connection;
        this.family = family;
    }

    /**
     * Connects to the IPVS of the calling thread's network namespace.
     *
     * @return empty if this kernel has none: the module ip_vs is not loaded
     */
    public static Optional<IpvsClient> open() {
        NetlinkConnection connection = NetlinkConnection.open(NetlinkConnection.GENERIC);
        try {
            Optional<Family> family = GenericNetlink.resolve(connection, FAMILY);
            if (family.isPresent()) {
                return Optional.of(new IpvsClient(connection, family.get()));
            }
        } catch (RuntimeException e) {
            connection.close();
            throw e;
        }
        connection.close();
        return Optional.empty();
    }

    @Override
    public Optional<TableReadout> read(Predicate<ServiceKey> withDestinations) {
        try {
            return Optional.of(readAll(withDestinations));
        } catch (NetlinkException e) {
            if (e.is(Errno.ENOENT)) {
                // The message type is unknown: the module was unloaded.
                return Optional.empty();
            }
            throw e;
        }
    }

    private TableReadout readAll(Predicate<ServiceKey> withDestinations) {
        List<TableEntry> entries = new ArrayList<>();
        Map<ServiceKey, ServiceLoad> loads = new HashMap<>();
        for (ServiceReadout service : services()) {
            ServiceKey key = service.service().key();
            List<Destination> destinations = new ArrayList<>();
            Map<DestinationKey, DestinationLoad> destinationLoads = new HashMap<>();
            if (withDestinations.test(key)) {
                for (DestinationReadout readout : destinations(key)) {
                    destinations.add(readout.destination());
                    destinationLoads.put(readout.destination().key(), readout.load());
                }
            }
            entries.add(TableEntry.of(service.service(), destinations));
            loads.put(key, new ServiceLoad(service.traffic(), destinationLoads));
        }
        return new TableReadout(IpvsTable.of(entries), loads);
    }

    @Override
    public List<NetlinkAck> execute(List<Command> commands) {
        return connection.executeAll(commands.stream().map(this::request).toList());
    }

    /** Version and size of the connection table. */
    public KernelInfo info() {
        return connection
                .query(family.request(IpvsCommand.GET_INFO, 0, message -> {}), message -> {
                    GenericNetlink.command(message);
                    NetlinkAttributes attributes = message.attributes();
                    int version = 0;
                    int size = 0;
                    while (attributes.next()) {
                        switch (attributes.type()) {
                            case Info.VERSION -> version = attributes.int32();
                            case Info.CONN_TAB_SIZE -> size = attributes.int32();
                            default -> {}
                        }
                    }
                    return Optional.of(new KernelInfo(version, size));
                })
                .orElseThrow();
    }

    /** How long idle connections are remembered. */
    public Timeouts timeouts() {
        return connection
                .query(family.request(IpvsCommand.GET_CONFIG, 0, message -> {}), message -> {
                    GenericNetlink.command(message);
                    NetlinkAttributes attributes = message.attributes();
                    int[] seconds = new int[Top.TIMEOUT_UDP + 1];
                    while (attributes.next()) {
                        if (attributes.type() >= Top.TIMEOUT_TCP && attributes.type() <= Top.TIMEOUT_UDP) {
                            seconds[attributes.type()] = attributes.int32();
                        }
                    }
                    return Optional.of(new Timeouts(
                            seconds[Top.TIMEOUT_TCP], seconds[Top.TIMEOUT_TCP_FIN], seconds[Top.TIMEOUT_UDP]));
                })
                .orElseThrow();
    }

    /** Sets the timeouts that are not 0. */
    public void setTimeouts(Timeouts timeouts) {
        connection.execute(family.request(IpvsCommand.SET_CONFIG, 0, message -> IpvsCodec.encode(timeouts, message)));
    }

    /** Sets the counters of one service and its destinations to zero. */
    public void zero(ServiceKey service) {
        connection.execute(family.request(IpvsCommand.ZERO, 0, message -> IpvsCodec.service(service, message)));
    }

    /** How many system calls have carried requests so far. */
    public long sends() {
        return connection.sends();
    }

    @Override
    public void close() {
        connection.close();
    }

    private NetlinkRequest request(Command command) {
        return family.request(IpvsCodec.number(command), 0, message -> IpvsCodec.encode(command, message));
    }

    private List<ServiceReadout> services() {
        return connection.dump(family.request(IpvsCommand.GET_SERVICE, 0, message -> {}), message -> {
            GenericNetlink.command(message);
            return ServiceDecoder.decode(message.attributes());
        });
    }

    private List<DestinationReadout> destinations(ServiceKey service) {
        return connection.dump(
                family.request(IpvsCommand.GET_DEST, 0, message -> IpvsCodec.service(service, message)), message -> {
                    GenericNetlink.command(message);
                    return DestinationDecoder.decode(message.attributes(), service.family());
                });
    }
}
