package dev.pollux.vrrp.packet;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * How the adverts of one virtual router prove that they come from one who knows its secret, put on what is sent and looked at
 * on what is received. Owned by the {@code vrrp} loop; lives as long as its secret does, because the order of adverts is part
 * of the proof.
 */
public interface AdvertSeal {

    /** Nothing but what the message itself says: no authentication, or a password in clear text. */
    AdvertSeal NONE = new AdvertSeal() {};

    /** Protocol in the IP header. */
    default int protocol() {
        return IpHeader.PROTOCOL_VRRP;
    }

    /** Bytes between the IP header and the message. */
    default int headerLength() {
        return 0;
    }

    /** Bytes behind the message. */
    default int trailerLength() {
        return 0;
    }

    /**
     * Completes a packet that is going to be sent; the message and its checksum are in place.
     *
     * @param headerAt where {@link #headerLength} bytes are to be filled
     * @param trailerAt where {@link #trailerLength} bytes are to be filled
     */
    default void seal(ByteBuffer packet, int headerAt, int trailerAt) {}

    /** Takes a received packet apart. Judges only its shape; {@link #check} comes when the message has been read. */
    default Opened open(IpPacket packet) {
        return packet.protocol() == IpHeader.PROTOCOL_VRRP
                ? Opened.of(packet.payload())
                : Opened.fault(DropReason.AUTHENTICATION_TYPE_MISMATCH, "received an AH packet, expecting none");
    }

    /** Judges who sent it; null: one who knows the secret, and not for the second time. */
    default AdvertVerdict.@Nullable Dropped check(IpPacket packet, Advert advert) {
        return null;
    }

    /** Called once the packet has been accepted: remarks that its proof deserves; null: none. */
    default AdvertVerdict.@Nullable Remark remark() {
        return null;
    }

    /**
     * A packet without what the seal adds.
     *
     * @param message shares the receive buffer
     * @param fault why it cannot be one of this kind; null: it can
     */
    record Opened(ByteBuffer message, AdvertVerdict.@Nullable Dropped fault) {

        static Opened of(ByteBuffer message) {
            return new Opened(message, null);
        }

        static Opened fault(DropReason reason, String detail) {
            return new Opened(ByteBuffer.allocate(0), new AdvertVerdict.Dropped(reason, detail));
        }
    }
}
