package dev.pollux.director.dump;

import dev.pollux.grammar.model.AddressFamily;
import dev.pollux.grammar.model.AddressText;
import dev.pollux.grammar.model.BfdInstance;
import dev.pollux.vrrp.bfd.BfdSessionStatus;
import dev.pollux.vrrp.bfd.machine.Remote;
import dev.pollux.vrrp.bfd.machine.Session;
import java.time.Duration;
import java.util.List;

/** {@code keepalived_bfd.data}: BFD sessions for people, in keepalived's words. */
final class SessionText {

    private static final int NANOS_PER_MICRO = 1000;

    private final StringBuilder text = new StringBuilder("------< BFD Topology >------\n");

    private SessionText() {}

    static String of(List<BfdSessionStatus> sessions) {
        SessionText written = new SessionText();
        sessions.forEach(session -> {
            written.configured(session.instance());
            written.negotiated(session);
        });
        return written.text.toString();
    }

    private void configured(BfdInstance instance) {
        BfdInstance.Path path = instance.path();
        BfdInstance.Timing timing = instance.timing();
        text.append(" BFD Instance = ").append(instance.name()).append('\n');
        line("Neighbor IP", AddressText.of(path.neighbor()));
        if (path.source() != null) {
            line("Source IP", AddressText.of(path.source()));
        }
        line("Required min RX interval", micros(timing.minRx()));
        line("Desired min TX interval", micros(timing.minTx()));
        line("Desired idle TX interval", micros(timing.idleTx()));
        line("Detection multiplier", timing.multiplier());
        line(path.family() == AddressFamily.IPV4 ? "TTL" : "hoplimit", path.ttl());
        line("max_hops", path.maxHops());
        line("multihop", path.multihop());
        line("passive", instance.passive());
        line("send event to VRRP process", instance.audience().vrrp() ? "Yes" : "No");
        line("send event to checker process", instance.audience().checks() ? "Yes" : "No");
    }

    private void negotiated(BfdSessionStatus status) {
        Session session = status.session();
        Remote remote = status.remote();
        line("local state", session.state().text());
        line("remote state", remote.state().text());
        line("local discriminator", "0x" + Integer.toHexString(status.discriminator()));
        line("remote discriminator", "0x" + Integer.toHexString(remote.discriminator()));
        line("local diag", session.diagnostic().text());
        line("remote diag", remote.diagnostic().text());
        line("remote min tx intv", remote.desiredMinTx() + " us");
        line("remote min rx intv", remote.requiredMinRx() + " us");
        line("remote detect multiplier", remote.multiplier());
        line("local tx intv", status.sendInterval() + " us");
        line("local detection time", status.detectionTime() + " us");
    }

    private void line(String name, Object value) {
        text.append("   ").append(name).append(" = ").append(value).append('\n');
    }

    private static String micros(Duration time) {
        return time.toNanos() / NANOS_PER_MICRO + " us";
    }
}
