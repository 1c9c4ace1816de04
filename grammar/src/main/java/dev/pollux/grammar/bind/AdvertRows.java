package dev.pollux.grammar.bind;

import dev.pollux.grammar.schema.AddressType;
import dev.pollux.grammar.schema.BlockSchema;
import dev.pollux.grammar.schema.BooleanType;
import dev.pollux.grammar.schema.ChoiceType;
import dev.pollux.grammar.schema.Entry;
import dev.pollux.grammar.schema.FlagType;
import dev.pollux.grammar.schema.IntegerType;
import dev.pollux.grammar.schema.Support;
import dev.pollux.grammar.schema.WordsType;

/** The keywords of {@code vrrp_instance} about where adverts go and come from, and how they are authenticated. */
final class AdvertRows {

    private static final FlagType FLAG = new FlagType();
    private static final String[] MODES = {"enforce", "permissive", "receive-only"};

    private AdvertRows() {}

    static void add(BlockSchema.Builder<InstanceDraft> rows) {
        rows.keyword("unicast_fault_no_peer", FLAG, (d, v, at) -> d.faultWithoutPeer = true)
                .keyword("check_unicast_src", FLAG, (d, v, at) -> {
                    d.checkSource = true;
                    d.unicast = true;
                })
                .keyword("old_unicast_checksum", WordsType.optional("never"), (d, v, at) -> {
                    d.oldChecksum = v.isEmpty();
                    d.neverOldChecksum = v.contains("never");
                    d.unicast = true;
                })
                .keyword("native_ipv6", FLAG, (d, v, at) -> d.nativeIpv6 = at.span())
                .keyword("mcast_dst_ip", new AddressType(), (d, v, at) -> d.destination = v)
                .keyword("track_src_ip", FLAG, (d, v, at) -> d.trackSource = true)
                .keyword("owner_ignore_adverts", new BooleanType(), (d, v, at) -> d.ownerIgnoresAdverts = v)
                .add(new Entry.Block<>(
                        "auth_hmac",
                        extension(),
                        false,
                        (d, head) -> new ExtensionDraft(head.span()),
                        (d, block, head) -> d.extension = block,
                        Support.ACTED_ON,
                        ""));
    }

    private static BlockSchema<ExtensionDraft> extension() {
        return BlockSchema.<ExtensionDraft>named("auth_hmac")
                .keyword("key", new ExtensionKeyType(), ExtensionDraft::addKey)
                .required("active_key", IntegerType.strict(1, 255), "none", (d, v, at) -> d.activeKey = v.intValue())
                .required(
                        "time_window",
                        IntegerType.strict(1, 300),
                        "three intervals, at least 5 and at most 300",
                        (d, v, at) -> d.window = v.intValue())
                .required(
                        "anti_replay",
                        ChoiceType.of("time", "monotonic"),
                        "time",
                        (d, v, at) -> d.monotonic = v.equals("monotonic"))
                .required("mode", ChoiceType.of(MODES), "enforce", (d, v, at) -> d.mode = v)
                .build();
    }
}
