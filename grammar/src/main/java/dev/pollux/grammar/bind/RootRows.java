package dev.pollux.grammar.bind;

import dev.pollux.grammar.bind.StaticDraft.TrackGroupDraft;
import dev.pollux.grammar.bind.VrrpDraft.GarpGroupDraft;
import dev.pollux.grammar.diagnostic.DiagnosticCode;
import dev.pollux.grammar.model.Secret;
import dev.pollux.grammar.model.TlsIdentity;
import dev.pollux.grammar.schema.Arguments;
import dev.pollux.grammar.schema.BlockSchema;
import dev.pollux.grammar.schema.Entry;
import dev.pollux.grammar.schema.FlagType;
import dev.pollux.grammar.schema.IntegerType;
import dev.pollux.grammar.schema.SecondsType;
import dev.pollux.grammar.schema.Support;
import dev.pollux.grammar.schema.TextType;
import dev.pollux.grammar.schema.WordsType;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The keywords of the top level that nothing acts on yet. */
final class RootRows {

    private static final FlagType FLAG = new FlagType();
    private static final Set<String> LINKBEATS = Set.of("MII", "ETHTOOL", "IOCTL");

    private RootRows() {}

    static void add(BlockSchema.Builder<ConfigurationDraft> rows) {
        rows.keywordNotYet("net_namespace", TextType.of("a name"), RootRows::networkNamespace)
                .keyword("net_namespace_ipvs", WordsType.optional("a name"), RootRows::ipvsNamespace)
                .withoutEffect("namespace_with_ipsets", FLAG, "ipsets are not used")
                .accepted("use_pid_dir", FLAG)
                .keywordNotYet("instance", TextType.of("a name"), (d, v, at) -> {
                    d.instanceName = v;
                    d.kept().add(at, 1);
                })
                .accepted("child_wait_time", IntegerType.strict(0, 0xFFFFFFFFL))
                .withoutEffect("linkbeat_use_polling", FLAG, "the kernel reports link states by netlink");
        rows.demandArgument("child_wait_time");
        TrackerSchemas.add(rows);
        staticBlocks(rows);
        rows.add(new Entry.Lines<>(
                        "linkbeat_interfaces",
                        (d, head) -> line -> linkbeat(d, line),
                        Support.without("the kernel reports link states by netlink"),
                        ""))
                .add(new Entry.Lines<>(
                        "interface_up_down_delays", (d, head) -> d.global.vrrp::delay, Support.ACTED_ON, ""))
                .add(new Entry.Block<>(
                        "garp_group",
                        garpGroup(),
                        false,
                        (d, head) -> new OpenGarpGroup(d.global.vrrp, new GarpGroupDraft(head)),
                        (d, block, head) -> d.global.vrrp.garpGroups.add(block.group()),
                        Support.ACTED_ON,
                        ""))
                .add(new Entry.Block<>(
                        "SSL", ssl(), false, RootRows::openTls, (d, b, head) -> {}, Support.ACTED_ON, ""));
    }

    /** Of several, the first counts. */
    private static void ipvsNamespace(ConfigurationDraft draft, List<String> words, Arguments at) {
        if (draft.global.ipvs.namespace == null) {
            draft.global.ipvs.namespace = words.isEmpty() ? "" : words.get(0);
        }
    }

    private static void staticBlocks(BlockSchema.Builder<ConfigurationDraft> rows) {
        rows.add(new Entry.Lines<>(
                        "static_ipaddress", (d, head) -> extra(head, line -> address(d, line)), Support.ACTED_ON, ""))
                .add(new Entry.Lines<>(
                        "static_routes", (d, head) -> extra(head, d.statics.routes::add), Support.ACTED_ON, ""))
                .add(new Entry.Lines<>(
                        "static_rules", (d, head) -> extra(head, d.statics.rules::add), Support.ACTED_ON, ""))
                .add(new Entry.Block<>(
                        "track_group",
                        trackGroup(),
                        false,
                        RootRows::openTrackGroup,
                        (d, block, head) -> d.statics.trackGroups.put(block.name, block),
                        Support.ACTED_ON,
                        ""));
    }

    private static void address(ConfigurationDraft draft, Arguments line) {
        AddressDraft address = AddressLine.readStatic(line);
        if (address != null) {
            draft.statics.addresses.add(address);
        }
    }

    private static Entry.Line extra(Arguments head, Entry.Line line) {
        if (!head.isEmpty()) {
            head.report(
                    DiagnosticCode.SUSPICIOUS,
                    0,
                    head.keyword() + " has no name, '" + head.text(0) + "' is ignored",
                    "remove it");
        }
        return line;
    }

    private static @Nullable TrackGroupDraft openTrackGroup(ConfigurationDraft draft, Arguments head) {
        if (head.count() != 1) {
            head.report(
                    DiagnosticCode.INCOMPLETE,
                    head.keyword() + " must have one name, the block is ignored",
                    "write track_group NAME {");
            return null;
        }
        if (draft.statics.trackGroups.containsKey(head.text(0))) {
            head.report(
                    DiagnosticCode.DUPLICATE,
                    0,
                    "track_group " + head.text(0) + " is already defined, this block is ignored",
                    "give it another name");
            return null;
        }
        return new TrackGroupDraft(head.text(0), head.span());
    }

    private static BlockSchema<TrackGroupDraft> trackGroup() {
        return BlockSchema.<TrackGroupDraft>named("track_group")
                .add(new Entry.Lines<>(
                        "group",
                        (d, head) -> line -> line.words().forEach(word -> d.members.add(word.text())),
                        Support.ACTED_ON,
                        ""))
                .build();
    }

    private static void networkNamespace(ConfigurationDraft draft, String name, Arguments at) {
        draft.networkNamespace = name;
        draft.kept().add(at, 1);
    }

    /** A second block replaces the first. */
    private static TlsDraft openTls(ConfigurationDraft draft, Arguments head) {
        if (!draft.global.tls.complete().equals(TlsIdentity.NONE)) {
            head.report(
                    DiagnosticCode.DUPLICATE, "SSL is given twice, the second block replaces the first", "remove one");
        }
        draft.global.tls = new TlsDraft();
        return draft.global.tls;
    }

    /** A group while its block is open: whether an interface may join depends on the other groups. */
    private record OpenGarpGroup(VrrpDraft all, GarpGroupDraft group) {
        void join(Arguments words) {
            for (int i = 0; i < words.count(); i++) {
                all.join(group, words, i);
            }
        }
    }

    private static BlockSchema<OpenGarpGroup> garpGroup() {
        SecondsType spacing = SecondsType.seconds(0.000001, 4294);
        return BlockSchema.<OpenGarpGroup>named("garp_group")
                .keyword("garp_interval", spacing, (d, v, at) -> d.group().arpSpacing = v)
                .keyword("gna_interval", spacing, (d, v, at) -> d.group().neighbourSpacing = v)
                .keyword("interface", TextType.of("an interface"), (d, v, at) -> d.all()
                        .join(d.group(), at, 0))
                .add(new Entry.Lines<>("interfaces", (d, head) -> d::join, Support.ACTED_ON, ""))
                .demandArgument("garp_interval", "gna_interval", "interface")
                .build();
    }

    private static BlockSchema<TlsDraft> ssl() {
        TextType path = TextType.of("a path");
        return BlockSchema.<TlsDraft>named("SSL")
                .keyword("password", TextType.of("a password"), (d, v, at) -> d.password = new Secret(v))
                .withoutEffect("ca", path, "no certificate of a server is checked", (d, v, at) -> d.authorities = v)
                .keyword("certificate", path, (d, v, at) -> d.certificate = v)
                .keyword("key", path, (d, v, at) -> d.key = v)
                .build();
    }

    private static void linkbeat(ConfigurationDraft draft, Arguments line) {
        draft.linkbeatInterfaces.put(line.text(0), line.span());
        if (line.count() > 1 && !LINKBEATS.contains(line.text(1))) {
            line.report(
                    DiagnosticCode.INVALID_VALUE,
                    1,
                    "'" + line.text(1) + "' is no way to ask for a link's state, it is ignored",
                    "write MII, ETHTOOL or IOCTL");
        }
    }
}
