package dev.pollux.grammar.text;

import dev.pollux.grammar.model.BfdInstance;
import dev.pollux.grammar.model.BfdInstance.Audience;
import dev.pollux.grammar.model.Trackers.Worth;

/** {@code bfd_instance}. */
final class BfdText {

    private BfdText() {}

    static void write(BfdInstance session, Lines lines) {
        lines.block("bfd_instance " + Lines.quoted(session.name()), () -> {
            BfdInstance.Path path = session.path();
            lines.address("neighbor_ip", path.neighbor());
            if (path.source() != null) {
                lines.address("source_ip", path.source());
            }
            lines.number("ttl", path.ttl());
            lines.number("max_hops", path.maxHops());
            lines.flag("multihop", path.multihop());
            timing(session.timing(), lines);
            lines.flag("passive", session.passive());
            Worth worth = session.worth();
            lines.line("weight " + worth.weight() + (worth.reverse() ? " reverse" : ""));
            Audience audience = session.audience();
            lines.flag("vrrp", !audience.checks());
            lines.flag("checker", !audience.vrrp());
        });
    }

    private static void timing(BfdInstance.Timing timing, Lines lines) {
        lines.milliseconds("min_rx", timing.minRx());
        lines.milliseconds("min_tx", timing.minTx());
        lines.milliseconds("idle_tx", timing.idleTx());
        lines.number("multiplier", timing.multiplier());
    }
}
