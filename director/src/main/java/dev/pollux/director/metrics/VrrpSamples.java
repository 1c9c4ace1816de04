package dev.pollux.director.metrics;

import static dev.pollux.director.metrics.Family.counter;
import static dev.pollux.director.metrics.Family.gauge;

import dev.pollux.grammar.model.AddressText;
import dev.pollux.grammar.model.VirtualAddress;
import dev.pollux.grammar.model.VrrpInstance;
import dev.pollux.vrrp.RouterCounts;
import dev.pollux.vrrp.VirtualRouterStatus;
import dev.pollux.vrrp.VirtualRouterTransition;
import dev.pollux.vrrp.machine.StateName;
import dev.pollux.vrrp.packet.DropReason;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Samples of the virtual routers. Names and labels of the {@code keepalived_} families are those of keepalived-exporter. */
public final class VrrpSamples {

    /** As keepalived-exporter has it. */
    private static final String[] INSTANCE = {"iname", "intf", "vrid"};

    private static final String[] ROUTER = {"iname", "intf", "vrid", "family"};
    private static final String[] ADDRESS = {"iname", "intf", "vrid", "ip_address"};

    static final Family STATE = gauge(
            "keepalived_vrrp_state",
            "State of the virtual router by virtual address: 0 INIT, 1 BACKUP, 2 MASTER, 3 FAULT",
            ADDRESS);
    static final Family EXCLUDED_STATE =
            gauge("keepalived_vrrp_excluded_state", "The same by address of virtual_ipaddress_excluded", ADDRESS);
    static final Family RECEIVED = instanceCounter("advertisements_received", "Adverts received");
    static final Family SENT = instanceCounter("advertisements_sent", "Adverts sent");
    static final Family BECAME_MASTER = instanceCounter("become_master", "Transitions to MASTER");
    static final Family RELEASED_MASTER = instanceCounter("release_master", "Transitions from MASTER");
    static final Family ZERO_RECEIVED = instanceCounter("priority_zero_received", "Adverts with priority 0 received");
    static final Family ZERO_SENT = instanceCounter("priority_zero_sent", "Adverts with priority 0 sent");
    static final Family GARP_DELAY = counter(
            "keepalived_gratuitous_arp_delay_total",
            "Configured garp_master_delay in seconds; a counter only because keepalived-exporter has it so",
            INSTANCE);

    /** What keepalived counts too. */
    static final Map<DropReason, Family> DROPPED = new EnumMap<>(Map.of(
            DropReason.PACKET_LENGTH, instanceCounter("packet_length_errors", "Adverts of a wrong length"),
            DropReason.INTERVAL, instanceCounter("advertisements_interval_errors", "Adverts of another interval"),
            DropReason.TTL, instanceCounter("ip_ttl_errors", "Adverts with a wrong TTL"),
            DropReason.TYPE, instanceCounter("invalid_type_received", "VRRP packets that are no adverts"),
            DropReason.ADDRESS_LIST, instanceCounter("address_list_errors", "Adverts of other addresses"),
            DropReason.INVALID_AUTHENTICATION_TYPE,
                    instanceCounter("authentication_invalid", "Adverts with an unknown authentication type"),
            DropReason.AUTHENTICATION_TYPE_MISMATCH,
                    instanceCounter("authentication_mismatch", "Adverts with another authentication type"),
            DropReason.AUTHENTICATION_FAILURE,
                    instanceCounter("authentication_failure", "Adverts that failed authentication")));

    static final Family IN_STATE = gauge(
            "pollux_vrrp_in_state",
            "1 for the state the virtual router is in, 0 for the others",
            with(ROUTER, "state"));
    static final Family BASE_PRIORITY = gauge("pollux_vrrp_base_priority", "Priority as configured", ROUTER);
    static final Family EFFECTIVE_PRIORITY = gauge("pollux_vrrp_effective_priority", "Priority after tracking", ROUTER);
    static final Family HELD =
            gauge("pollux_vrrp_addresses_held", "Virtual addresses that the kernel has for the router", ROUTER);
    static final Family LAST_TRANSITION = gauge(
            "pollux_vrrp_last_transition_timestamp_seconds",
            "When the state last changed, in seconds since 1970, and why",
            with(ROUTER, "from", "to", "reason"));
    static final Family ALL_DROPPED =
            counter("pollux_vrrp_packets_dropped_total", "Packets not acted upon, by reason", with(ROUTER, "reason"));
    static final Family GARP_SENT =
            counter("pollux_vrrp_gratuitous_arps_sent_total", "Gratuitous ARPs and neighbour advertisements", ROUTER);
    static final Family SKIPPED =
            counter("pollux_vrrp_adverts_skipped_total", "Adverts that were due while the program did not run", ROUTER);
    static final Family SEND_ERRORS =
            counter("pollux_vrrp_send_errors_total", "Adverts that the kernel did not take", ROUTER);
    static final Family SEND_FAILING = gauge(
            "pollux_vrrp_send_failing",
            "1 while adverts of a master are not taken by the kernel and its backups hear nothing, 0 otherwise",
            ROUTER);
    static final Family RESTORED = counter(
            "pollux_vrrp_entries_restored_total",
            "Addresses, routes and rules added again after somebody else removed them",
            ROUTER);
    static final Family LACKING = gauge(
            "pollux_vrrp_entries_lacking",
            "Addresses, routes, rules and rules of the packet filter that a master should have and the kernel did not take",
            ROUTER);
    static final Family ENTRY_FAILURES = counter(
            "pollux_vrrp_entry_failures_total", "Attempts to add one of them that failed; they are repeated", ROUTER);

    static final Family SPLIT_BRAIN =
            gauge("pollux_vrrp_split_brain", "1 while another master is heard, 0 otherwise", ROUTER);
    static final Family OTHER_MASTER = gauge(
            "pollux_vrrp_other_master_since_timestamp_seconds",
            "While another master is heard: who, and since when, in seconds since 1970",
            with(ROUTER, "address"));
    static final Family SPLIT_BRAINS =
            counter("pollux_vrrp_split_brains_total", "How often a master began to hear another one", ROUTER);
    static final Family SPLIT_BRAIN_SECONDS =
            counter("pollux_vrrp_split_brain_seconds_total", "How long other masters were heard", ROUTER);

    private static final double NANOS_PER_SECOND = 1e9;

    private VrrpSamples() {}

    /** Every family, for the documentation. */
    static List<Family> families() {
        List<Family> all = new ArrayList<>(List.of(
                STATE,
                EXCLUDED_STATE,
                RECEIVED,
                SENT,
                BECAME_MASTER,
                RELEASED_MASTER,
                ZERO_RECEIVED,
                ZERO_SENT,
                GARP_DELAY));
        all.addAll(DROPPED.values());
        all.addAll(List.of(
                IN_STATE,
                BASE_PRIORITY,
                EFFECTIVE_PRIORITY,
                HELD,
                LAST_TRANSITION,
                ALL_DROPPED,
                GARP_SENT,
                SKIPPED,
                SEND_ERRORS,
                SEND_FAILING,
                RESTORED,
                LACKING,
                ENTRY_FAILURES,
                SPLIT_BRAIN,
                OTHER_MASTER,
                SPLIT_BRAINS,
                SPLIT_BRAIN_SECONDS));
        return all;
    }

    private static Family instanceCounter(String name, String help) {
        return counter("keepalived_" + name + "_total", help, INSTANCE);
    }

    /** Samples of one router. */
    public static List<Sample> of(VirtualRouterStatus router, VrrpInstance instance, Clocks clocks) {
        List<Sample> samples = new ArrayList<>();
        addStates(samples, router, instance);
        addCounts(samples, router);
        samples.add(GARP_DELAY.sample(instance.gratuitousArp().delay().toSeconds(), labels(router)));
        String[] labels = routerLabels(router);
        samples.add(BASE_PRIORITY.sample(router.priority(), labels));
        samples.add(EFFECTIVE_PRIORITY.sample(router.effectivePriority(), labels));
        samples.add(HELD.sample(router.held().size(), labels));
        samples.add(SEND_FAILING.sample(router.sendFailure().isEmpty() ? 0 : 1, labels));
        samples.add(LACKING.sample(router.lacking().size(), labels));
        samples.add(SPLIT_BRAIN.sample(router.rival().isPresent() ? 1 : 0, labels));
        router.rival()
                .ifPresent(rival -> samples.add(OTHER_MASTER.sample(
                        clocks.epochSeconds(rival.since()), with(labels, AddressText.of(rival.address())))));
        router.lastTransition().ifPresent(last -> samples.add(transition(last, labels, clocks)));
        return samples;
    }

    private static void addStates(List<Sample> samples, VirtualRouterStatus router, VrrpInstance instance) {
        int state = number(router.state());
        String[] labels = labels(router);
        instance.addresses().advertised().forEach(address -> samples.add(STATE.sample(state, labels(router, address))));
        instance.addresses()
                .excluded()
                .forEach(address -> samples.add(EXCLUDED_STATE.sample(state, labels(router, address))));
        if (instance.addresses().advertised().isEmpty()) {
            samples.add(STATE.sample(state, with(labels, "")));
        }
        for (StateName name : StateName.values()) {
            String label = name.name().toLowerCase(Locale.ROOT);
            samples.add(IN_STATE.sample(name == router.state() ? 1 : 0, with(routerLabels(router), label)));
        }
    }

    private static int number(StateName state) {
        return switch (state) {
            case INIT -> 0;
            case BACKUP -> 1;
            case MASTER -> 2;
            case FAULT -> 3;
        };
    }

    private static void addCounts(List<Sample> samples, VirtualRouterStatus router) {
        RouterCounts counts = router.counts();
        String[] labels = labels(router);
        samples.add(RECEIVED.sample(counts.advertsReceived(), labels));
        samples.add(SENT.sample(counts.advertsSent(), labels));
        samples.add(BECAME_MASTER.sample(counts.becameMaster(), labels));
        samples.add(RELEASED_MASTER.sample(counts.releasedMaster(), labels));
        samples.add(ZERO_RECEIVED.sample(counts.priorityZeroReceived(), labels));
        samples.add(ZERO_SENT.sample(counts.priorityZeroSent(), labels));
        String[] ofRouter = routerLabels(router);
        samples.add(GARP_SENT.sample(counts.gratuitousArpsSent(), ofRouter));
        samples.add(SKIPPED.sample(counts.advertsSkipped(), ofRouter));
        samples.add(SEND_ERRORS.sample(counts.sendErrors(), ofRouter));
        samples.add(RESTORED.sample(counts.entriesRestored(), ofRouter));
        samples.add(ENTRY_FAILURES.sample(counts.entryFailures(), ofRouter));
        samples.add(SPLIT_BRAINS.sample(counts.splitBrains(), ofRouter));
        samples.add(SPLIT_BRAIN_SECONDS.sample(counts.splitBrainNanos() / NANOS_PER_SECOND, ofRouter));
        DROPPED.forEach(
                (reason, family) -> samples.add(family.sample(counts.dropped().getOrDefault(reason, 0L), labels)));
        counts.dropped()
                .forEach((reason, count) -> samples.add(ALL_DROPPED.sample(count, with(ofRouter, reason.counter()))));
    }

    private static Sample transition(VirtualRouterTransition last, String[] labels, Clocks clocks) {
        String from = last.from().name().toLowerCase(Locale.ROOT);
        String to = last.to().name().toLowerCase(Locale.ROOT);
        String reason = last.reason().kind().name().toLowerCase(Locale.ROOT);
        return LAST_TRANSITION.sample(clocks.epochSeconds(last.atNanos()), with(labels, from, to, reason));
    }

    private static String[] labels(VirtualRouterStatus router) {
        return new String[] {
            router.name(),
            router.key().interfaceName(),
            String.valueOf(router.key().virtualRouterId())
        };
    }

    private static String[] routerLabels(VirtualRouterStatus router) {
        return with(labels(router), router.key().family().name().toLowerCase(Locale.ROOT));
    }

    private static String[] labels(VirtualRouterStatus router, VirtualAddress address) {
        String text = AddressText.of(address.address());
        boolean whole = address.prefixLength() == address.family().bits();
        return new String[] {
            router.name(),
            address.interfaceName(),
            String.valueOf(router.key().virtualRouterId()),
            whole ? text : text + "/" + address.prefixLength()
        };
    }

    private static String[] with(String[] labels, String... more) {
        String[] all = new String[labels.length + more.length];
        System.arraycopy(labels, 0, all, 0, labels.length);
        System.arraycopy(more, 0, all, labels.length, more.length);
        return all;
    }
}
