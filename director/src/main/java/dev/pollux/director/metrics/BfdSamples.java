package dev.pollux.director.metrics;

import static dev.pollux.director.metrics.Family.counter;
import static dev.pollux.director.metrics.Family.gauge;

import dev.pollux.grammar.model.AddressText;
import dev.pollux.vrrp.bfd.BfdSessionStatus;
import dev.pollux.vrrp.bfd.BfdStatus;
import java.util.ArrayList;
import java.util.List;

/** Samples of BFD sessions. */
public final class BfdSamples {

    private static final String[] SESSION = {"session", "neighbor"};
    private static final double MICROS = 1e6;

    static final Family UP = gauge("pollux_bfd_session_up", "1 while the BFD session is up, else 0", SESSION);
    static final Family UPS = counter("pollux_bfd_session_ups_total", "How often the session came up", SESSION);
    static final Family DOWNS =
            counter("pollux_bfd_session_downs_total", "How often the session was up and went down", SESSION);
    static final Family SENT = counter("pollux_bfd_packets_sent_total", "Control packets sent", SESSION);
    static final Family SEND_ERRORS =
            counter("pollux_bfd_send_errors_total", "Control packets that the kernel did not take", SESSION);
    static final Family RECEIVED =
            counter("pollux_bfd_packets_received_total", "Control packets received and acted upon", SESSION);
    static final Family INTERVAL = gauge(
            "pollux_bfd_send_interval_seconds",
            "Agreed interval of our packets before jitter; 0: none are sent",
            SESSION);
    static final Family DETECTION_TIME = gauge(
            "pollux_bfd_detection_time_seconds",
            "Agreed time without a packet after which the session goes down; 0: the neighbour is not heard",
            SESSION);
    static final Family DROPPED =
            counter("pollux_bfd_packets_dropped_total", "Packets on the BFD ports not acted upon, by reason", "reason");

    private BfdSamples() {}

    static List<Family> families() {
        return List.of(UP, UPS, DOWNS, SENT, SEND_ERRORS, RECEIVED, INTERVAL, DETECTION_TIME, DROPPED);
    }

    /** Samples of every session. */
    public static List<Sample> of(BfdStatus status) {
        List<Sample> samples = new ArrayList<>();
        for (BfdSessionStatus session : status.sessions()) {
            String[] labels = {
                session.instance().name(),
                AddressText.of(session.instance().path().neighbor())
            };
            samples.add(UP.sample(session.up() ? 1 : 0, labels));
            samples.add(UPS.sample(session.counts().ups(), labels));
            samples.add(DOWNS.sample(session.counts().downs(), labels));
            samples.add(SENT.sample(session.counts().sent(), labels));
            samples.add(SEND_ERRORS.sample(session.counts().failed(), labels));
            samples.add(RECEIVED.sample(session.counts().received(), labels));
            samples.add(INTERVAL.sample(session.sendInterval() / MICROS, labels));
            samples.add(DETECTION_TIME.sample(session.detectionTime() / MICROS, labels));
        }
        status.drops().forEach((reason, count) -> samples.add(DROPPED.sample(count, reason.counter())));
        return samples;
    }
}
