package dev.pollux.grammar.bind;

import dev.pollux.grammar.bind.ConfigurationDraft.LocalAddressDraft;
import dev.pollux.grammar.diagnostic.DiagnosticCode;
import dev.pollux.grammar.model.LocalAddress;
import dev.pollux.grammar.schema.ArgumentType;
import dev.pollux.grammar.schema.Arguments;
import dev.pollux.grammar.schema.BlockSchema;
import dev.pollux.grammar.schema.ChoiceType;
import dev.pollux.grammar.schema.Entry;
import dev.pollux.grammar.schema.FlagType;
import dev.pollux.grammar.schema.IntegerType;
import dev.pollux.grammar.schema.Support;
import dev.pollux.grammar.schema.TextType;
import dev.pollux.grammar.schema.WordsType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The keywords of keepalived's forks for FULLNAT: alibaba's LVS and DPVS, and {@code masquerade}, which is ours. Those that ask
 * for what an unpatched kernel cannot do are reported, with what to do instead.
 */
final class ForkRows {

    private static final FlagType FLAG = new FlagType();
    private static final TextType NAME = TextType.of("a name");
    private static final IntegerType NUMBER = IntegerType.strict(0, 0xFFFFFFFFL);
    /** Of one line: what the forks' last octet can name, and more than anyone wants. */
    private static final int MOST_LOCAL_ADDRESSES = 256;

    private static final String FILTER = "filter with nftables";
    private static final String SERVICE_OF_SNAT = "SNAT services are the business of nftables";

    private ForkRows() {}

    static void root(BlockSchema.Builder<ConfigurationDraft> rows) {
        rows.add(new Entry.Lines<>("local_address_group", ForkRows::localAddresses, Support.ACTED_ON, ""));
        addressGroup(rows, "deny_address_group");
        addressGroup(rows, "allow_address_group");
        String tunnels = "make tunnels with ip link, or use lvs_method TUN";
        rows.add(new Entry.Block<>(
                "tunnel_group",
                tunnelGroup(),
                false,
                (d, head) -> reported(d, head, tunnels),
                (d, block, head) -> {},
                Support.without(tunnels),
                ""));
    }

    private static BlockSchema<ConfigurationDraft> tunnelGroup() {
        BlockSchema<ConfigurationDraft> entry = BlockSchema.<ConfigurationDraft>named("tunnel_entry")
                .withoutEffect("kind", NAME, "")
                .withoutEffect("remote", TextType.of("an address"), "")
                .withoutEffect("local", TextType.of("an address"), "")
                .withoutEffect("if", TextType.of("an interface"), "")
                .build();
        return BlockSchema.<ConfigurationDraft>named("tunnel_group")
                .add(new Entry.Block<>(
                        "tunnel_entry", entry, false, (d, head) -> d, (d, b, head) -> {}, Support.without(""), ""))
                .build();
    }

    static void instance(BlockSchema.Builder<InstanceDraft> rows) {
        foreign(rows, "dpdk_interface", TextType.of("an interface"), "adverts and traffic use the kernel's interfaces");
    }

    static void virtualServer(BlockSchema.Builder<VirtualServerDraft> rows) {
        rows.keyword("laddr_group_name", NAME, (d, name, at) -> d.localGroup = name);
        rows.keyword("masquerade", FLAG, (d, v, at) -> d.masquerade = true);
        foreign(rows, "syn_proxy", FLAG, "IPVS has no SYN proxy; nftables has one (synproxy)");
        String timeout = "the kernel has one timeout for all services (ipvsadm --set)";
        foreign(rows, "est_timeout", NUMBER, timeout);
        foreign(rows, "establish_timeout", IntegerType.strict(1, 3600), timeout);
        foreign(
                rows,
                "vip_bind_dev",
                TextType.of("an interface"),
                "write the address in virtual_ipaddress, or add it by quorum_up");
        foreign(rows, "daddr_group_name", NAME, FILTER);
        foreign(rows, "waddr_group_name", NAME, FILTER);
        foreign(
                rows,
                "proxy_protocol",
                ChoiceType.of("v1", "v2"),
                "the kernel forwards packets and cannot add to a stream");
        foreign(rows, "bps", NUMBER, "limit bandwidth with tc");
        foreign(rows, "limit_proportion", NUMBER, "limit bandwidth with tc");
        foreign(rows, "src-range", WordsType.atLeast(1, "a range of addresses"), SERVICE_OF_SNAT);
        foreign(rows, "dst-range", WordsType.atLeast(1, "a range of addresses"), SERVICE_OF_SNAT);
        foreign(rows, "iif", TextType.of("an interface"), SERVICE_OF_SNAT);
        foreign(rows, "oif", TextType.of("an interface"), SERVICE_OF_SNAT);
        foreign(rows, "hash_target", ChoiceType.of("sip", "qid"), "the schedulers sh and mh hash the client's address");
        foreign(
                rows,
                "expire_quiescent_conn",
                FLAG,
                "the kernel has sysctl net.ipv4.vs.expire_quiescent_template and expire_nodest_conn");
        foreign(rows, "quic", FLAG, "the kernel does not look into QUIC");
    }

    private static <D, V> void foreign(
            BlockSchema.Builder<D> rows, String keyword, ArgumentType<V> type, String reason) {
        rows.add(new Entry.Keyword<>(
                keyword, type, false, "", (d, v, at) -> report(at, reason), Support.without(reason), ""));
    }

    private static void addressGroup(BlockSchema.Builder<ConfigurationDraft> rows, String keyword) {
        rows.add(new Entry.Lines<>(
                keyword,
                (d, head) -> {
                    report(head, FILTER);
                    return line -> {};
                },
                Support.without(FILTER),
                ""));
    }

    private static <D> D reported(D draft, Arguments head, String reason) {
        report(head, reason);
        return draft;
    }

    private static void report(Arguments at, String reason) {
        at.report(
                DiagnosticCode.UNSUPPORTED,
                at.keyword() + " is a keyword of FULLNAT forks and has no effect: " + reason,
                "remove it");
    }

    private static Entry.@Nullable Line localAddresses(ConfigurationDraft draft, Arguments head) {
        if (head.isEmpty()) {
            head.report(
                    DiagnosticCode.INCOMPLETE,
                    "local_address_group has no name, the block is ignored",
                    "write local_address_group NAME {");
            return null;
        }
        List<LocalAddressDraft> addresses = draft.localGroups.computeIfAbsent(head.text(0), name -> new ArrayList<>());
        return line -> localAddress(line, addresses);
    }

    /** {@code ADDRESS[-LAST] [INTERFACE]}. */
    private static void localAddress(Arguments line, List<LocalAddressDraft> addresses) {
        Arguments first = new Arguments(line.statement(), line.words().subList(0, 1), line.reports());
        ServerGroupEntry entry = ServerGroupEntry.read(first);
        if (!(entry instanceof ServerGroupEntry.Range range)) {
            if (entry != null) {
                refuse(line, "'" + line.text(0) + "' is not an address");
            }
        } else if (range.count() > MOST_LOCAL_ADDRESSES) {
            refuse(line, "'" + line.text(0) + "' is more than " + MOST_LOCAL_ADDRESSES + " addresses");
        } else {
            String device = line.count() > 1 ? line.text(1) : null;
            range.addresses()
                    .forEach(address ->
                            addresses.add(new LocalAddressDraft(new LocalAddress(address, device), line.span())));
        }
    }

    private static void refuse(Arguments line, String why) {
        line.report(
                DiagnosticCode.INVALID_VALUE,
                0,
                why + ", the line is ignored",
                "write ADDRESS, or 192.0.2.5-9, and an interface");
    }
}
