package dev.pollux.director.dump;

import dev.pollux.vrrp.packet.DropReason;
import java.util.List;

/** {@code keepalived.stats}: counters of every instance, in keepalived's form. */
final class StatisticsText {

    private StatisticsText() {}

    static String of(List<RouterDump> routers) {
        StringBuilder text = new StringBuilder();
        for (RouterDump router : routers) {
            text.append("VRRP Instance: ").append(router.status().name()).append("\n  Advertisements:\n");
            line(text, "Received", router.received());
            line(text, "Sent", router.sent());
            text.append("  Became master: ").append(router.becameMaster()).append('\n');
            text.append("  Released master: ").append(router.releasedMaster()).append("\n  Packet Errors:\n");
            line(text, "Length", router.dropped(DropReason.PACKET_LENGTH));
            line(text, "TTL", router.dropped(DropReason.TTL));
            line(text, "Invalid Type", router.dropped(DropReason.TYPE));
            line(text, "Advertisement Interval", router.dropped(DropReason.INTERVAL));
            line(text, "Address List", router.dropped(DropReason.ADDRESS_LIST));
            text.append("  Authentication Errors:\n");
            line(text, "Invalid Type", router.dropped(DropReason.INVALID_AUTHENTICATION_TYPE));
            line(text, "Type Mismatch", router.dropped(DropReason.AUTHENTICATION_TYPE_MISMATCH));
            line(text, "Failure", router.dropped(DropReason.AUTHENTICATION_FAILURE));
            text.append("  Priority Zero:\n");
            line(text, "Received", router.zeroReceived());
            line(text, "Sent", router.zeroSent());
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String name, long value) {
        text.append("    ").append(name).append(": ").append(value).append('\n');
    }
}
