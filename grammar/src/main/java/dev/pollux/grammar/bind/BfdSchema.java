package dev.pollux.grammar.bind;

import dev.pollux.grammar.diagnostic.DiagnosticCode;
import dev.pollux.grammar.model.Trackers.Worth;
import dev.pollux.grammar.schema.AddressType;
import dev.pollux.grammar.schema.Arguments;
import dev.pollux.grammar.schema.BlockSchema;
import dev.pollux.grammar.schema.Entry;
import dev.pollux.grammar.schema.FlagType;
import dev.pollux.grammar.schema.IntegerType;
import dev.pollux.grammar.schema.SecondsType;
import dev.pollux.grammar.schema.Support;
import org.jspecify.annotations.Nullable;

/** {@code bfd_instance}. */
final class BfdSchema {

    private static final FlagType FLAG = new FlagType();
    private static final AddressType ADDRESS = new AddressType();
    private static final SecondsType MILLISECONDS = SecondsType.milliseconds(1, 4_294_967);
    private static final SecondsType IDLE = SecondsType.milliseconds(1000, 4_294_967);
    private static final String DEFAULT = "its default";
    private static final int NAME_SIZE = 31;

    private BfdSchema() {}

    static Entry<ConfigurationDraft> block() {
        BlockSchema<BfdDraft> schema = BlockSchema.<BfdDraft>named("bfd_instance")
                .required("source_ip", ADDRESS, DEFAULT, (d, v, at) -> d.source = v)
                .required("neighbor_ip", ADDRESS, DEFAULT, (d, v, at) -> d.neighbor = v)
                .alias("neighbour_ip", "neighbor_ip")
                .required("min_rx", MILLISECONDS, DEFAULT, (d, v, at) -> d.minRx = v)
                .required("min_tx", MILLISECONDS, DEFAULT, (d, v, at) -> d.minTx = v)
                .required("idle_tx", IDLE, DEFAULT, (d, v, at) -> d.idleTx = v)
                .required("multiplier", IntegerType.strict(1, 255), DEFAULT, (d, v, at) -> d.multiplier = v.intValue())
                .keyword("passive", FLAG, (d, v, at) -> d.passive = true)
                .required("ttl", IntegerType.strict(1, 255), DEFAULT, (d, v, at) -> d.ttl = v.intValue())
                .alias("hoplimit", "ttl")
                .required("max_hops", IntegerType.strict(-1, 255), DEFAULT, (d, v, at) -> d.maxHops = v.intValue())
                .keyword("multihop", FLAG, (d, v, at) -> d.multihop = true)
                .required("weight", new WeightType(TrackLine.LIMIT), DEFAULT, BfdSchema::weight)
                .keyword("vrrp", FLAG, (d, v, at) -> d.vrrp = true)
                .keyword("checker", FLAG, (d, v, at) -> d.checks = true)
                .build();
        return new Entry.Block<>(
                "bfd_instance", schema, false, BfdSchema::open, BfdSchema::close, Support.ACTED_ON, "");
    }

    private static void weight(BfdDraft draft, Worth worth, Arguments at) {
        draft.worth = worth;
    }

    private static @Nullable BfdDraft open(ConfigurationDraft draft, Arguments head) {
        if (head.isEmpty()) {
            head.report(DiagnosticCode.INCOMPLETE, "bfd_instance has no name, the block is ignored", "write one");
            return null;
        }
        String name = head.text(0);
        if (draft.sessions.containsKey(name)) {
            head.report(DiagnosticCode.DUPLICATE, 0, name + " is already defined, this block is ignored", "");
            return null;
        }
        if (name.length() > NAME_SIZE) {
            head.report(
                    DiagnosticCode.INVALID_VALUE,
                    0,
                    name + " has more than " + NAME_SIZE + " characters, this block is ignored",
                    "write a shorter name");
            return null;
        }
        return new BfdDraft(name, head.span());
    }

    private static void close(ConfigurationDraft draft, BfdDraft session, Arguments head) {
        String problem = session.problem(draft.sessions.values());
        if (!problem.isEmpty()) {
            head.report(
                    session.neighbor == null ? DiagnosticCode.INCOMPLETE : DiagnosticCode.CONTRADICTION,
                    "bfd_instance " + session.name + " " + problem + ", it is left out",
                    "write the address of the system at the other end as neighbor_ip");
            return;
        }
        if (session.maxHops < 0 || session.maxHops > session.limit()) {
            head.report(
                    DiagnosticCode.OUT_OF_RANGE,
                    "bfd_instance " + session.name + ": max_hops " + session.maxHops + " is read as " + session.limit()
                            + ", as much as the ttl: packets may come from anywhere",
                    "write less than the ttl");
        }
        draft.sessions.put(session.name, session);
        if (session.vrrp || !session.checks) {
            draft.names.define(Names.Kind.BFD, session.name);
        }
        if (session.checks || !session.vrrp) {
            draft.names.define(Names.Kind.CHECKED_BFD, session.name);
        }
    }
}
