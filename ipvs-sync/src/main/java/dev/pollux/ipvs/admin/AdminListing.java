package dev.pollux.ipvs.admin;

import dev.pollux.grammar.model.ServiceKey;
import dev.pollux.ipvs.kernel.IpvsClient;
import dev.pollux.ipvs.kernel.TableReadout;
import dev.pollux.ipvs.listing.ConnectionListing;
import dev.pollux.ipvs.listing.DaemonListing;
import dev.pollux.ipvs.listing.TableListing;
import dev.pollux.ipvs.names.EndpointNames;
import dev.pollux.ipvs.names.NameService;
import dev.pollux.ipvs.table.EndpointText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Prints what {@code -L} and {@code -S} ask for. */
final class AdminListing {

    private static final Path CONNECTIONS = Path.of("/proc/thread-self/net/ip_vs_conn");

    /** The exit code where the service to list does not exist. */
    static final int NOTHING_THERE = 1;

    private final IpvsClient client;
    private final NameService names;
    private final Ipvsadm.Streams streams;

    AdminListing(IpvsClient client, NameService names, Ipvsadm.Streams streams) {
        this.client = client;
        this.names = names;
        this.streams = streams;
    }

    static boolean lists(AdminRequest request) {
        return request instanceof AdminRequest.ListTable
                || request instanceof AdminRequest.ListConnections
                || request instanceof AdminRequest.ListTimeouts
                || request instanceof AdminRequest.ListDaemons
                || request instanceof AdminRequest.Save;
    }

    int list(AdminRequest request) {
        if (request instanceof AdminRequest.ListTable table) {
            return list(table);
        } else if (request instanceof AdminRequest.Save save) {
            streams.out().print(TableListing.saved(whole(), endpoints(save.numeric())));
        } else if (request instanceof AdminRequest.ListConnections connections) {
            return list(new ConnectionListing(endpoints(connections.numeric()), connections.engineData()));
        } else if (request instanceof AdminRequest.ListTimeouts) {
            streams.out().print(DaemonListing.of(client.timeouts()));
        } else {
            client.daemons().forEach(daemon -> streams.out().print(DaemonListing.of(daemon)));
        }
        return 0;
    }

    private int list(AdminRequest.ListTable request) {
        AdminRequest.Looks looks = request.looks();
        TableListing listing =
                new TableListing(request.form(), endpoints(looks.numeric()), looks.exact(), looks.sorted());
        ServiceKey service = request.service();
        if (service == null) {
            streams.out().print(TableListing.title(client.info()) + listing.of(whole()));
            return 0;
        }
        Optional<TableReadout> readout = client.read(service);
        readout.ifPresentOrElse(found -> streams.out().print(listing.of(found)), () -> streams.errors()
                .println("No such service"));
        return readout.isPresent() ? 0 : NOTHING_THERE;
    }

    private int list(ConnectionListing listing) {
        streams.out().print(listing.headings());
        try (Stream<String> lines = Files.lines(CONNECTIONS, StandardCharsets.ISO_8859_1)) {
            lines.map(listing::line).flatMap(Optional::stream).forEach(streams.out()::print);
            return 0;
        } catch (IOException e) {
            streams.errors().println(CONNECTIONS + ": " + e.getMessage());
            return NOTHING_THERE;
        }
    }

    private TableReadout whole() {
        return client.read(key -> true).orElseThrow();
    }

    private EndpointText endpoints(boolean numeric) {
        return numeric ? EndpointText.NUMERIC : new EndpointNames(names);
    }
}
