package dev.pollux.grammar.bind;

import dev.pollux.grammar.diagnostic.DiagnosticCode;
import dev.pollux.grammar.schema.ArgumentType;
import dev.pollux.grammar.schema.Arguments;
import dev.pollux.grammar.schema.BlockSchema;
import dev.pollux.grammar.schema.BooleanType;
import dev.pollux.grammar.schema.FlagType;
import dev.pollux.grammar.schema.IntegerType;
import dev.pollux.grammar.schema.SecondsType;
import dev.pollux.grammar.schema.TextType;

/** The keywords of {@code global_defs}. */
final class GlobalSchema {

    private static final FlagType FLAG = new FlagType();
    private static final BooleanType BOOLEAN = new BooleanType();
    private static final SecondsType SPACING = SecondsType.seconds(0.000001, 4294);

    private GlobalSchema() {}

    static BlockSchema<GlobalDraft> create() {
        BlockSchema.Builder<GlobalDraft> rows = BlockSchema.<GlobalDraft>named("global_defs")
                .keyword("router_id", TextType.of("a name"), (d, v, at) -> d.routerId = v)
                .keyword("default_interface", TextType.of("an interface"), (d, v, at) -> d.defaultInterface = v)
                .keyword("dynamic_interfaces", new DynamicInterfacesType(), (d, v, at) -> d.dynamicInterfaces = true)
                .keyword("checker_log_all_failures", BOOLEAN, (d, v, at) -> d.logAllCheckerFailures = v);
        IpvsRows.add(rows);
        vrrp(rows);
        gratuitousArp(rows);
        GlobalProcessRows.add(rows);
        GlobalNotifyRows.add(rows);
        GlobalNetworkRows.add(rows);
        rows.demandArgument(
                "smtp_server",
                "smtp_connect_timeout",
                "vrrp_mcast_group4",
                "vrrp_mcast_group6",
                "vrrp_garp_master_delay",
                "vrrp_garp_master_repeat",
                "vrrp_garp_master_refresh",
                "vrrp_garp_master_refresh_repeat",
                "vrrp_garp_lower_prio_delay",
                "vrrp_garp_lower_prio_repeat",
                "vrrp_down_timer_adverts",
                "vrrp_garp_interval",
                "vrrp_gna_interval",
                "vrrp_version",
                "nftables_priority",
                "vrrp_rlimit_rttime",
                "vrrp_rlimit_rtime",
                "nftables_ipvs_priority",
                "nftables_ipvs_start_fwmark",
                "checker_rlimit_rttime",
                "checker_rlimit_rtime",
                "bfd_rlimit_rttime",
                "bfd_rlimit_rtime",
                "vrrp_startup_delay",
                "umask",
                "random_seed",
                "config_save_dir");
        return rows.build();
    }

    private static void vrrp(BlockSchema.Builder<GlobalDraft> rows) {
        rows.keyword("vrrp_version", IntegerType.lenient(2, 3), (d, v, at) -> d.vrrpVersion = v.intValue())
                .keyword(
                        "vrrp_down_timer_adverts",
                        IntegerType.lenient(1, 100),
                        (d, v, at) -> d.downTimerAdverts = v.intValue())
                .keyword("vrrp_strict", BooleanType.orFlag(), (d, v, at) -> d.strict = v)
                .keyword("vrrp_skip_check_adv_addr", BooleanType.orFlag(), (d, v, at) -> d.skipAddressCheck = v)
                .keyword("vrrp_lower_prio_no_advert", BOOLEAN, (d, v, at) -> d.lowerPriorityNoAdvert = v)
                .keyword("vrrp_higher_prio_send_advert", BOOLEAN, (d, v, at) -> d.higherPrioritySendAdvert = v)
                .keyword("v3_checksum_as_v2", FLAG, (d, v, at) -> d.checksumAsVersion2 = true);
    }

    private static void gratuitousArp(BlockSchema.Builder<GlobalDraft> rows) {
        GarpDraft.addRows(rows, "vrrp_", draft -> draft.garp);
        rows.keyword("vrrp_garp_interval", SPACING, (d, v, at) -> d.garpSpacing = v)
                .keyword("vrrp_gna_interval", SPACING, (d, v, at) -> d.neighbourSpacing = v)
                .keyword("vrrp_min_garp", BOOLEAN, (d, v, at) -> d.minimalGarp = v);
    }

    /** {@code dynamic_interfaces [allow_if_changes]}. */
    private record DynamicInterfacesType() implements ArgumentType<Boolean> {
        @Override
        public Boolean read(Arguments arguments) {
            if (!arguments.isEmpty() && !arguments.text(0).equals("allow_if_changes")) {
                arguments.report(
                        DiagnosticCode.INVALID_VALUE,
                        0,
                        "unknown option '" + arguments.text(0) + "', it is ignored",
                        "write " + describe());
            }
            return true;
        }

        @Override
        public String describe() {
            return "nothing or allow_if_changes";
        }

        @Override
        public int least() {
            return 0;
        }
    }
}
