package dev.pollux.vrrp.packet;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What becomes of a received packet. */
public sealed interface AdvertVerdict {

    /**
     * The state machine shall see it.
     *
     * @param remarks what differs from our configuration without being a reason to drop, in words for the log
     * @param checksum what the sender's checksum covers
     */
    record Accepted(Advert advert, List<Remark> remarks, AdvertChecksum checksum) implements AdvertVerdict {
        public Accepted {
            remarks = List.copyOf(remarks);
        }
    }

    /**
     * Nobody shall: it touches no timer.
     *
     * @param detail for the log, in keepalived's words where it has some
     */
    record Dropped(DropReason reason, String detail) implements AdvertVerdict {}

    /**
     * A difference worth a line.
     *
     * @param counter is charged; null: none
     */
    record Remark(@Nullable DropReason counter, String detail) {}
}
