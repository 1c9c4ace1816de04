package dev.pollux.director.metrics;

import static dev.pollux.director.metrics.Family.counter;
import static dev.pollux.director.metrics.Family.gauge;

import dev.pollux.grammar.model.AddressText;
import dev.pollux.ipvs.fullnat.FullNatStatus;
import dev.pollux.ipvs.fullnat.FullNatStatus.LocalAddressStatus;
import java.util.ArrayList;
import java.util.List;

/** Samples of FULLNAT and its local addresses. */
public final class FullNatSamples {

    private static final String[] ADDRESS = {"local_address"};

    static final Family SERVICES =
            gauge("pollux_fullnat_services", "Services whose connections get a local address as their source");
    static final Family PROBLEMS =
            gauge("pollux_fullnat_problems", "How many things keep FULLNAT from working now; the log names them");
    static final Family REPAIRS = counter(
            "pollux_fullnat_drift_repairs_total",
            "How often others had changed the nftables table, a local address or net.ipv4.vs.conntrack");
    static final Family PRESENT =
            gauge("pollux_local_address_present", "1 while an interface of this machine has it, else 0", ADDRESS);
    static final Family FLOATS = gauge(
            "pollux_local_address_floats", "1 where it moves with a VRRP instance, 0 where it stands here", ADDRESS);
    static final Family CONNECTIONS =
            gauge("pollux_local_address_connections", "Connections that come from it", ADDRESS);
    static final Family BUSIEST = gauge(
            "pollux_local_address_busiest_connections",
            "Connections from it to the one server and port that most go to",
            ADDRESS);
    static final Family SHARE = gauge(
            "pollux_local_address_port_use_ratio",
            "The share of its ports that is taken towards that server, 0 to 1; at 1 new connections fail",
            ADDRESS);

    private FullNatSamples() {}

    static List<Family> families() {
        return List.of(SERVICES, PROBLEMS, REPAIRS, PRESENT, FLOATS, CONNECTIONS, BUSIEST, SHARE);
    }

    /** Samples of everything. */
    public static List<Sample> of(FullNatStatus status) {
        List<Sample> samples = new ArrayList<>();
        samples.add(SERVICES.sample(status.translations().pools().size()));
        samples.add(PROBLEMS.sample(status.problems().size()));
        samples.add(REPAIRS.sample(status.repairs()));
        for (LocalAddressStatus address : status.addresses()) {
            String label = AddressText.of(address.address());
            samples.add(PRESENT.sample(address.present() ? 1 : 0, label));
            samples.add(FLOATS.sample(address.floats() ? 1 : 0, label));
            samples.add(CONNECTIONS.sample(address.use().connections(), label));
            samples.add(BUSIEST.sample(address.use().busiest(), label));
            samples.add(SHARE.sample(address.use().share(), label));
        }
        return samples;
    }
}
