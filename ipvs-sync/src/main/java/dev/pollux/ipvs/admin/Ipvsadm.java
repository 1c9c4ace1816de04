package dev.pollux.ipvs.admin;

import dev.pollux.grammar.model.ServiceKey;
import dev.pollux.ipvs.kernel.IpvsClient;
import dev.pollux.ipvs.listing.LocalAddressListing;
import dev.pollux.ipvs.names.EndpointNames;
import dev.pollux.ipvs.names.NameService;
import dev.pollux.ipvs.table.EndpointText;
import dev.pollux.ipvs.table.TableChange;
import dev.pollux.linux.netlink.NetlinkAck;
import dev.pollux.linux.nftables.NftablesException;
import dev.pollux.linux.syscall.Errno;
import dev.pollux.linux.syscall.SystemCallException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** ipvsadm: does what one command line asks for. Answers and exit codes are those of ipvsadm 1.31. */
public final class Ipvsadm {

    private static final int DONE = 0;
    private static final int REFUSED = 255;
    private static final int NO_IPVS = 2;

    private final Streams streams;
    private final NameService names;
    private final Reach reach;
    private @Nullable IpvsClient client;
    private @Nullable TableWriter writer;

    /**
     * Where words come from and go to.
     *
     * @param in for {@code -R}
     */
    public record Streams(InputStream in, PrintStream out, PrintStream errors) {}

    /**
     * What requests are about.
     *
     * @param kernel opens the kernel's table, empty where there is no IPVS
     * @param localAddresses of FULLNAT
     * @param route the way that changes take to both: straight, or by a running director
     */
    public record Reach(
            Supplier<Optional<IpvsClient>> kernel,
            LocalAddressTable localAddresses,
            UnaryOperator<TableWriter> route) {}

    public Ipvsadm(Streams streams, NameService names, Reach reach) {
        this.streams = streams;
        this.names = names;
        this.reach = reach;
    }

    /** Returns what the process ends with. */
    public int run(List<String> words) {
        try {
            return answer(AdminRequest.read(words, names));
        } catch (NoIpvsException e) {
            streams.errors.println(e.getMessage());
            return NO_IPVS;
        } catch (UncheckedIOException | NftablesException e) {
            streams.errors.println(e.getMessage());
            return REFUSED;
        } catch (SystemCallException e) {
            streams.errors.println(
                    e.is(Errno.EPERM) ? "IPVS may not be asked without CAP_NET_ADMIN: try as root" : e.getMessage());
            return e.is(Errno.EPERM) ? NO_IPVS : REFUSED;
        } finally {
            if (client != null) {
                client.close();
            }
            streams.out.flush();
        }
    }

    /** Does what a line of {@code -R} or the command line asks for. */
    int answer(AdminRequest request) {
        if (request instanceof AdminRequest.Rejected rejected) {
            streams.errors.println(rejected.reason());
            return rejected.fault().exitCode();
        } else if (request instanceof AdminRequest.Help) {
            streams.out.print(AdminHelp.TEXT);
            return DONE;
        } else if (request instanceof AdminRequest.Version) {
            streams.out.println("pollux ipvsadm, as ipvsadm v1.31 (IPVS of this kernel: "
                    + reach.kernel
                            .get()
                            .map(table -> table.info().versionText())
                            .orElse("none") + ")");
            return DONE;
        } else if (request instanceof AdminRequest.Restore) {
            return new Restoration(this, names).run(streams.in);
        } else if (request instanceof AdminRequest.Change change) {
            return change(List.of(change.command()));
        } else if (request instanceof AdminRequest.ListLocalAddresses list) {
            return list(list);
        } else if (AdminListing.lists(request)) {
            return new AdminListing(client(), names, streams).list(request);
        }
        return set(request);
    }

    /** Carries out changes and says which ones were refused; the exit code is that of the last. */
    int change(List<TableChange> commands) {
        List<NetlinkAck> answers = writer().execute(commands);
        int result = DONE;
        for (int i = 0; i < commands.size(); i++) {
            result = answers.get(i).succeeded() ? DONE : REFUSED;
            if (result == REFUSED) {
                streams.errors.println(Refusal.of(commands.get(i), answers.get(i)));
            }
        }
        return result;
    }

    private int list(AdminRequest.ListLocalAddresses request) {
        Map<ServiceKey.ByAddress, Map<InetAddress, Long>> connections =
                new LinkedHashMap<>(reach.localAddresses.connections());
        ServiceKey.ByAddress service = request.service();
        if (service != null && !connections.containsKey(service)) {
            streams.errors.println("Service without local addresses");
            return AdminListing.NOTHING_THERE;
        } else if (service != null) {
            connections.keySet().retainAll(Set.of(service));
        }
        streams.out.print(LocalAddressListing.of(
                connections, request.numeric() ? EndpointText.NUMERIC : new EndpointNames(names)));
        return DONE;
    }

    private int set(AdminRequest request) {
        try {
            if (request instanceof AdminRequest.SetTimeouts timeouts) {
                client().setTimeouts(timeouts.timeouts());
            } else if (request instanceof AdminRequest.Zero zero && zero.service() != null) {
                client().zero(zero.service());
            } else if (request instanceof AdminRequest.Zero) {
                client().zero();
            } else if (request instanceof AdminRequest.StartDaemon start) {
                client().startDaemon(start.daemon());
            } else if (request instanceof AdminRequest.StopDaemon stop) {
                client().stopDaemon(stop.role());
            }
            return DONE;
        } catch (SystemCallException e) {
            NetlinkAck answer = new NetlinkAck(e.errno(), "");
            streams.errors.println(
                    request instanceof AdminRequest.Zero ? Refusal.ofZero(answer) : Refusal.ofDaemon(answer));
            return REFUSED;
        }
    }

    private TableWriter writer() {
        TableWriter open = writer;
        if (open == null) {
            open = reach.route.apply(new KernelWriter(this::client, reach.localAddresses, streams.errors));
            writer = open;
        }
        return open;
    }

    private IpvsClient client() {
        IpvsClient open = client;
        if (open == null) {
            open = reach.kernel.get().orElseThrow(NoIpvsException::new);
            client = open;
        }
        return open;
    }

    /** The kernel has no IPVS. */
    private static final class NoIpvsException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NoIpvsException() {
            super("This kernel has no IPVS; load it with \"modprobe ip_vs\"");
        }
    }
}
