package dev.pollux.vrrp;

import dev.pollux.vrrp.machine.RouterEvent;
import dev.pollux.vrrp.packet.Advert;
import dev.pollux.vrrp.packet.AdvertExpectations;
import dev.pollux.vrrp.packet.AdvertValidator;
import dev.pollux.vrrp.packet.AdvertVerdict;
import dev.pollux.vrrp.packet.DropReason;
import dev.pollux.vrrp.packet.Ipv4Packet;
import java.net.InetAddress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Judges and counts what one virtual router receives. Owned by the {@code vrrp} loop. */
final class AdvertReceiver {

    private final RouterCounters counters;
    private final RouterLog log;
    private @Nullable AdvertExpectations expectations;
    private @Nullable InetAddress master;

    AdvertReceiver(RouterCounters counters, RouterLog log) {
        this.counters = counters;
        this.log = log;
    }

    void expect(AdvertExpectations next) {
        expectations = next;
    }

    /** Sender of the last good advert since {@link #forget}. */
    Optional<InetAddress> master() {
        return Optional.ofNullable(master);
    }

    void forget() {
        master = null;
    }

    /** What the state machine shall hear of a packet; null: nothing. */
    RouterEvent.@Nullable AdvertReceived judge(@Nullable Ipv4Packet packet, long receivedAt, long now) {
        if (packet == null || expectations == null) {
            counters.drop(DropReason.PACKET_LENGTH);
            return null;
        }
        AdvertVerdict verdict = AdvertValidator.validate(packet, expectations);
        if (verdict instanceof AdvertVerdict.Dropped dropped) {
            counters.drop(dropped.reason());
            if (dropped.reason() != DropReason.OWN_ADVERT) {
                log.packet(dropped.detail());
            }
            return null;
        }
        AdvertVerdict.Accepted accepted = (AdvertVerdict.Accepted) verdict;
        for (AdvertVerdict.Remark remark : accepted.remarks()) {
            counters.drop(remark.counter());
            log.packet(remark.detail());
        }
        return event(accepted.advert(), packet.source(), receivedAt, now);
    }

    private RouterEvent.AdvertReceived event(Advert advert, InetAddress sender, long receivedAt, long now) {
        counters.advertsReceived++;
        if (advert.priority() == 0) {
            counters.priorityZeroReceived++;
        }
        master = sender;
        return new RouterEvent.AdvertReceived(
                now, Math.min(receivedAt, now), advert.priority(), sender, advert.intervalNanos());
    }
}
