package dev.pollux.grammar.bind;

import dev.pollux.grammar.diagnostic.DiagnosticCode;
import dev.pollux.grammar.model.AddressFamily;
import dev.pollux.grammar.model.MarkSettings;
import dev.pollux.grammar.schema.Arguments;
import dev.pollux.grammar.schema.BlockSchema;
import dev.pollux.grammar.schema.BooleanType;
import dev.pollux.grammar.schema.FlagType;
import dev.pollux.grammar.schema.IntegerType;
import dev.pollux.grammar.schema.SecondsType;
import dev.pollux.grammar.schema.TextType;
import dev.pollux.grammar.schema.WordsType;
import java.util.List;
import java.util.regex.Pattern;

/** The keywords of {@code global_defs} about VRRP on the network and about nftables. */
final class GlobalNetworkRows {

    private static final FlagType FLAG = new FlagType();
    private static final BooleanType BOOLEAN = new BooleanType();
    private static final IntegerType INT32 = IntegerType.strict(Integer.MIN_VALUE, Integer.MAX_VALUE);

    private static final String NFTABLES = "nftables is used instead";
    private static final WordsType TABLE = WordsType.optional("the name of a table");
    private static final Pattern TABLE_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,30}");

    private GlobalNetworkRows() {}

    static void add(BlockSchema.Builder<GlobalDraft> rows) {
        vrrp(rows);
        firewall(rows);
    }

    private static void vrrp(BlockSchema.Builder<GlobalDraft> rows) {
        rows.keyword("disable_local_igmp", FLAG, (d, v, at) -> d.vrrp.quietJoins = true)
                .keyword("vrrp_mcast_group4", new GroupType(AddressFamily.IPV4), (d, v, at) -> d.group4 = v)
                .keyword("vrrp_mcast_group6", new GroupType(AddressFamily.IPV6), (d, v, at) -> d.group6 = v)
                .keyword("vrrp_garp_extra_if", new ExtraInterfacesType(1), (d, v, at) -> d.garp.extra = v)
                .deprecated("vrrp_vmac_garp_intvl", "vrrp_garp_extra_if")
                .keyword("vrrp_check_unicast_src", FLAG, (d, v, at) -> d.checkUnicastSource = true)
                .keyword("vrrp_startup_delay", SecondsType.seconds(0.001, 4294), (d, v, at) -> d.vrrp.startupDelay = v)
                .keyword("vrrp_delay_after_boot", SecondsType.seconds(0, 4294), (d, v, at) -> d.vrrp.delayAfterBoot = v)
                .keyword("log_unknown_vrids", FLAG, (d, v, at) -> d.vrrp.logUnknownRouters = true)
                .keyword("vrrp_owner_ignore_adverts", BOOLEAN, (d, v, at) -> d.ownerIgnoresAdverts = v)
                .required(
                        "vmac_prefix",
                        TextType.of("a prefix of interface names"),
                        "vrrp",
                        (d, v, at) -> d.virtualMacPrefix = v)
                .required(
                        "vmac_addr_prefix",
                        TextType.of("a prefix of interface names"),
                        "vmac_prefix",
                        (d, v, at) -> d.virtualMacAddressPrefix = v)
                .keyword("vrrp_restore_deleted", BOOLEAN, (d, v, at) -> d.restoreDeleted = v);
    }

    private static void firewall(BlockSchema.Builder<GlobalDraft> rows) {
        rows.withoutEffect(
                        "vrrp_iptables",
                        WordsType.atLeast(0, "[INCHAIN [OUTCHAIN]]"),
                        NFTABLES,
                        GlobalNetworkRows::iptables)
                .withoutEffect(
                        "vrrp_ipsets", WordsType.atLeast(0, "names of sets"), NFTABLES, GlobalNetworkRows::iptables)
                .keyword("nftables", TABLE, (d, v, at) -> d.firewallTable = table(v, at, d.firewallTable))
                .keyword("nftables_priority", INT32, (d, v, at) -> d.firewallPriority = v.intValue())
                .withoutEffect("nftables_ifindex", FLAG, "interfaces are named in the rules")
                .keyword("nftables_counters", FLAG, (d, v, at) -> d.firewallCounters = true)
                .keyword(
                        "nftables_ipvs",
                        TABLE,
                        (d, v, at) -> d.ipvs.markTable =
                                table(v, at, MarkSettings.defaults().table()))
                .keyword("nftables_ipvs_priority", INT32, (d, v, at) -> d.ipvs.markPriority = v.intValue())
                .keyword(
                        "nftables_ipvs_start_fwmark",
                        IntegerType.strict(1, 0xFFFFFFFFL),
                        (d, v, at) -> d.ipvs.firstMark = v);
    }

    /** A name that scripts can hold without quotes; others are refused by nft. */
    private static String table(List<String> words, Arguments at, String fallback) {
        if (words.isEmpty()) {
            return fallback;
        }
        if (TABLE_NAME.matcher(words.get(0)).matches()) {
            return words.get(0);
        }
        at.report(
                DiagnosticCode.LIMITATION,
                0,
                "'" + words.get(0) + "' is no name of a table, " + fallback + " is taken",
                "write letters, digits and _, beginning with a letter");
        return fallback;
    }

    /** iptables is gone from Debian's build of keepalived as well. */
    private static void iptables(GlobalDraft draft, List<String> words, Arguments at) {
        at.report(
                DiagnosticCode.UNSUPPORTED,
                at.keyword() + ": there is no support for iptables, nftables is used instead",
                "write nftables");
    }
}
