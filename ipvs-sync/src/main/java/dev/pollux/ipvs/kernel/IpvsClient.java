package dev.pollux.ipvs.kernel;

import dev.pollux.grammar.model.ServiceKey;
import dev.pollux.ipvs.kernel.IpvsAttribute.Info;
import dev.pollux.ipvs.kernel.IpvsAttribute.Top;
import dev.pollux.ipvs.table.Command;
import dev.pollux.linux.generic.Family;
import dev.pollux.linux.generic.GenericNetlink;
import dev.pollux.linux.netlink.NetlinkAck;
import dev.pollux.linux.netlink.NetlinkAttributes;
import dev.pollux.linux.netlink.NetlinkConnection;
import dev.pollux.linux.netlink.NetlinkException;
import dev.pollux.linux.netlink.NetlinkRequest;
import dev.pollux.linux.syscall.Errno;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * A connection to the kernel's IPVS. Changing and reading the table needs CAP_NET_ADMIN in the network namespace, or
 * every answer is EPERM.
 */
public final class IpvsClient implements KernelTable, DaemonTable {

    /** {@code IPVS_GENL_NAME}. */
    private static final String FAMILY = "IPVS";

    private static final Path LISTING = Path.of("/proc/thread-self/net/ip_vs");

    private final NetlinkConnection connection;
    private final Family family;
    private final TableReader reader = new TableReader(new Readings());

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
        return whileThere(() -> reader.whole(withDestinations));
    }

    @Override
    public Optional<TableReadout> readAgainst(Predicate<ServiceKey> withDestinations, Expectation expected) {
        return whileThere(() -> reader.against(withDestinations, expected));
    }

    private static <T> Optional<T> whileThere(Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (NetlinkException e) {
            if (e.is(Errno.ENOENT)) {
                // The message type is unknown: the module was unloaded.
                return Optional.empty();
            }
            throw e;
        }
    }

    /** One service with its destinations; empty if the kernel has none such. */
    public Optional<TableReadout> read(ServiceKey service) {
        try {
            return connection
                    .query(
                            family.request(IpvsCommand.GET_SERVICE, 0, message -> IpvsCodec.service(service, message)),
                            message -> {
                                GenericNetlink.command(message);
                                return ServiceDecoder.decode(message.attributes());
                            })
                    .map(readout -> reader.whole(List.of(readout)));
        } catch (NetlinkException e) {
            if (e.is(Errno.ESRCH)) {
                return Optional.empty();
            }
            throw e;
        }
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

    @Override
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

    @Override
    public void setTimeouts(Timeouts timeouts) {
        connection.execute(family.request(IpvsCommand.SET_CONFIG, 0, message -> IpvsCodec.encode(timeouts, message)));
    }

    @Override
    public List<SyncDaemon> daemons() {
        return connection.dump(family.request(IpvsCommand.GET_DAEMON, 0, message -> {}), message -> {
            GenericNetlink.command(message);
            return SyncDaemonCodec.decode(message.attributes());
        });
    }

    @Override
    public void startDaemon(SyncDaemon daemon) {
        connection.execute(
                family.request(IpvsCommand.NEW_DAEMON, 0, message -> SyncDaemonCodec.encode(daemon, message)));
    }

    @Override
    public void stopDaemon(SyncDaemon.Role role) {
        connection.execute(family.request(IpvsCommand.DEL_DAEMON, 0, message -> SyncDaemonCodec.encode(role, message)));
    }

    /** Sets the counters of one service and its destinations to zero. */
    public void zero(ServiceKey service) {
        connection.execute(family.request(IpvsCommand.ZERO, 0, message -> IpvsCodec.service(service, message)));
    }

    /** Sets all counters to zero. */
    public void zero() {
        connection.execute(family.request(IpvsCommand.ZERO, 0, message -> {}));
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

    /** The table over this connection, and its listing in the namespace of the calling thread. */
    private final class Readings implements TableReader.Source {
        @Override
        public List<ServiceReadout> services() {
            return connection.dump(family.request(IpvsCommand.GET_SERVICE, 0, message -> {}), message -> {
                GenericNetlink.command(message);
                return ServiceDecoder.decode(message.attributes());
            });
        }

        @Override
        public List<DestinationReadout> destinations(ServiceKey service) {
            return connection.dump(
                    family.request(IpvsCommand.GET_DEST, 0, message -> IpvsCodec.service(service, message)),
                    message -> {
                        GenericNetlink.command(message);
                        return DestinationDecoder.decode(message.attributes(), service.family());
                    });
        }

        @Override
        public Map<ServiceKey, List<ListedDestination>> listing() {
            try {
                return TableListing.parse(Files.readString(LISTING, StandardCharsets.US_ASCII));
            } catch (IOException e) {
                // A container may hide it; every service is asked for then.
                return Map.of();
            }
        }
    }
}
