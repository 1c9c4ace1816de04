package dev.pollux.grammar.bind;

import dev.pollux.grammar.bind.InstanceDraft.AuthenticationDraft;
import dev.pollux.grammar.diagnostic.DiagnosticCode;
import dev.pollux.grammar.model.AddressFamily;
import dev.pollux.grammar.model.TrackSettings.TrackedInterface;
import dev.pollux.grammar.model.UnicastSettings;
import dev.pollux.grammar.model.VrrpInstance.InitialState;
import dev.pollux.grammar.schema.AddressType;
import dev.pollux.grammar.schema.Arguments;
import dev.pollux.grammar.schema.BlockSchema;
import dev.pollux.grammar.schema.BooleanType;
import dev.pollux.grammar.schema.ChoiceType;
import dev.pollux.grammar.schema.Entry;
import dev.pollux.grammar.schema.FlagType;
import dev.pollux.grammar.schema.IntegerType;
import dev.pollux.grammar.schema.SecondsType;
import dev.pollux.grammar.schema.Support;
import dev.pollux.grammar.schema.TextType;
import java.net.InetAddress;
import java.util.List;

/** The keywords of {@code vrrp_instance}. */
final class InstanceSchema {

    private static final FlagType FLAG = new FlagType();
    private static final BooleanType BOOLEAN = new BooleanType();
    private static final AddressType ADDRESS = new AddressType();

    private InstanceSchema() {}

    static BlockSchema<InstanceDraft> create() {
        BlockSchema.Builder<InstanceDraft> rows = BlockSchema.named("vrrp_instance");
        identity(rows);
        advert(rows);
        preempt(rows);
        addresses(rows);
        GarpDraft.addRows(rows, "", draft -> draft.garp);
        tracking(rows);
        AdvertRows.add(rows);
        InstanceRows.add(rows);
        ForkRows.instance(rows);
        rows.demandArgument(
                "vrf",
                "mcast_src_ip",
                "unicast_src_ip",
                "mcast_dst_ip",
                "unicast_ttl",
                "version",
                "preempt_delay",
                "debug",
                "lvs_sync_daemon_interface",
                "garp_master_delay",
                "garp_master_refresh",
                "garp_master_repeat",
                "garp_master_refresh_repeat",
                "garp_lower_prio_delay",
                "garp_lower_prio_repeat",
                "down_timer_adverts");
        return rows.build();
    }

    private static void identity(BlockSchema.Builder<InstanceDraft> rows) {
        rows.required("state", ChoiceType.of("MASTER", "BACKUP"), "BACKUP", InstanceSchema::state)
                .required("interface", TextType.of("an interface"), "none", InstanceSchema::networkInterface)
                .required(
                        "virtual_router_id",
                        IntegerType.strict(1, 255),
                        "none",
                        (d, v, at) -> d.virtualRouterId = v.intValue())
                .required("priority", new PriorityType(), "100", (d, v, at) -> d.priority = v)
                .keyword("version", IntegerType.lenient(2, 3), (d, v, at) -> d.version = v.intValue())
                .add(new Entry.Block<>(
                        "authentication",
                        authentication(),
                        false,
                        (d, head) -> new AuthenticationDraft(head.span()),
                        (d, block, head) -> d.authentication = block,
                        Support.ACTED_ON,
                        ""));
    }

    private static BlockSchema<AuthenticationDraft> authentication() {
        return BlockSchema.<AuthenticationDraft>named("authentication")
                .required("auth_type", ChoiceType.of("PASS", "AH"), "none", (d, v, at) -> d.type = v)
                .required("auth_pass", new PasswordType(), "none", (d, v, at) -> d.password = v)
                .build();
    }

    private static void state(InstanceDraft draft, String value, Arguments at) {
        if (draft.state != InitialState.MASTER) {
            draft.state = InitialState.valueOf(value);
        }
    }

    private static void networkInterface(InstanceDraft draft, String name, Arguments at) {
        if (name.equals("lo")) {
            at.report(
                    DiagnosticCode.INVALID_VALUE,
                    0,
                    "VRRP cannot run on the loopback interface lo, the line is ignored",
                    "write the interface that the other director is on");
            return;
        }
        draft.interfaceName = name;
        draft.interfaceSpan = at.spanOf(0);
    }

    private static void advert(BlockSchema.Builder<InstanceDraft> rows) {
        rows.required("advert_int", SecondsType.seconds(0.01, 255), "1", (d, v, at) -> {
                    d.interval = v;
                    d.intervalSpan = at.span();
                })
                .keyword(
                        "down_timer_adverts",
                        IntegerType.lenient(1, 100),
                        (d, v, at) -> d.downTimerAdverts = v.intValue())
                .keyword("mcast_src_ip", ADDRESS, (d, v, at) -> d.source = v)
                .keyword("unicast_src_ip", ADDRESS, (d, v, at) -> {
                    d.source = v;
                    d.unicast = true;
                })
                .keyword("unicast_ttl", IntegerType.strict(0, 255), (d, v, at) -> d.unicastTtl = v.intValue())
                .add(new Entry.Lines<>("unicast_peer", (d, head) -> openPeers(d), Support.ACTED_ON, ""))
                .keyword("skip_check_adv_addr", BOOLEAN, (d, v, at) -> d.skipAddressCheck = v)
                .keyword("strict_mode", BOOLEAN, (d, v, at) -> d.strict = v)
                .keyword("lower_prio_no_advert", BOOLEAN, (d, v, at) -> d.lowerPriorityNoAdvert = v)
                .keyword("higher_prio_send_advert", BOOLEAN, (d, v, at) -> d.higherPrioritySendAdvert = v)
                .keyword("v3_checksum_as_v2", BOOLEAN, (d, v, at) -> d.checksumAsVersion2 = v);
    }

    private static Entry.Line openPeers(InstanceDraft draft) {
        draft.unicast = true;
        return line -> peer(draft, line);
    }

    private static void peer(InstanceDraft draft, Arguments line) {
        InetAddress address = ADDRESS.read(line, 0);
        if (address == null) {
            return;
        }
        int minTtl = 0;
        int maxTtl = 255;
        for (int i = 1; i < line.count(); i += 2) {
            boolean known = line.text(i).equals("min_ttl") || line.text(i).equals("max_ttl");
            boolean complete = known && i + 1 < line.count();
            if (!complete) {
                line.report(
                        DiagnosticCode.INVALID_VALUE,
                        i,
                        "'" + line.text(i) + "' " + (known ? "has no value" : "is no option of a peer")
                                + ", it is ignored",
                        "write ADDRESS [min_ttl N] [max_ttl N], one peer a line");
            }
            Long value = complete ? IntegerType.strict(0, 255).read(line, i + 1) : null;
            if (value != null && line.text(i).equals("min_ttl")) {
                minTtl = value.intValue();
            } else if (value != null) {
                maxTtl = value.intValue();
            }
        }
        if (draft.peers.stream().anyMatch(peer -> peer.address().equals(address))) {
            line.report(
                    DiagnosticCode.DUPLICATE,
                    0,
                    "peer " + line.text(0) + " is listed twice, the second is ignored",
                    "");
            return;
        }
        draft.peers.add(new UnicastSettings.Peer(address, minTtl, maxTtl));
    }

    private static void preempt(BlockSchema.Builder<InstanceDraft> rows) {
        rows.keyword("preempt", FLAG, (d, v, at) -> d.noPreempt = false)
                .keyword("nopreempt", FLAG, (d, v, at) -> d.noPreempt = true)
                .keyword("preempt_delay", SecondsType.seconds(0, 1000), (d, v, at) -> d.preemptDelay = v);
    }

    private static void addresses(BlockSchema.Builder<InstanceDraft> rows) {
        rows.add(new Entry.Lines<>(
                        "virtual_ipaddress", (d, head) -> line -> address(d, d.addresses, line), Support.ACTED_ON, ""))
                .add(new Entry.Lines<>(
                        "virtual_ipaddress_excluded",
                        (d, head) -> line -> address(d, d.excluded, line),
                        Support.ACTED_ON,
                        ""))
                .add(new Entry.Lines<>("virtual_routes", (d, head) -> d.routes::add, Support.ACTED_ON, ""))
                .add(new Entry.Lines<>("virtual_rules", (d, head) -> d.rules::add, Support.ACTED_ON, ""))
                .keyword("no_virtual_ipaddress", FLAG, (d, v, at) -> d.noAddressesWanted = true)
                .keyword("promote_secondaries", FLAG, (d, v, at) -> d.promoteSecondaries = true);
    }

    private static void address(InstanceDraft draft, List<AddressDraft> into, Arguments line) {
        AddressDraft address = AddressLine.read(line);
        if (address == null) {
            return;
        }
        if (into == draft.addresses && !into.isEmpty()) {
            AddressFamily family = AddressFamily.of(into.get(0).address());
            if (AddressFamily.of(address.address()) != family) {
                line.report(
                        DiagnosticCode.CONTRADICTION,
                        0,
                        "all addresses of virtual_ipaddress must be of one family, this one is ignored",
                        "write it in virtual_ipaddress_excluded");
                return;
            }
        }
        if (into.stream().anyMatch(other -> sameAddress(other, address))) {
            line.report(
                    DiagnosticCode.REMARK,
                    0,
                    "address " + line.text(0) + " is listed twice, the second is ignored",
                    "remove it");
            return;
        }
        into.add(address);
    }

    private static boolean sameAddress(AddressDraft a, AddressDraft b) {
        return a.address().equals(b.address())
                && a.prefixLength() == b.prefixLength()
                && java.util.Objects.equals(a.interfaceName(), b.interfaceName());
    }

    private static void tracking(BlockSchema.Builder<InstanceDraft> rows) {
        rows.keyword("dont_track_primary", FLAG, (d, v, at) -> d.trackPrimary = false)
                .add(new Entry.Lines<>(
                        "track_interface", (d, head) -> line -> trackInterface(d, line), Support.ACTED_ON, ""));
    }

    private static void trackInterface(InstanceDraft draft, Arguments line) {
        TrackedInterface tracked = TrackLine.trackedInterface(line, draft.trackedInterfaces);
        if (tracked != null) {
            draft.trackedInterfaces.add(tracked);
        }
    }
}
