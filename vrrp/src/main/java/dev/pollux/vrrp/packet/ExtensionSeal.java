package dev.pollux.vrrp.packet;

import dev.pollux.grammar.model.AddressFamily;
import dev.pollux.grammar.model.Authentication.Extension;
import dev.pollux.linux.time.NanoClock;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code auth_hmac}: adverts carry a time stamp that only grows and a keyed hash over all that counts. Owned by the
 * {@code vrrp} loop.
 */
public final class ExtensionSeal implements AdvertSeal {

    private static final int SENDERS = 4;
    private static final int HEADER = 8;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final Extension settings;
    private final Set<InetAddress> peers;
    private final NanoClock wallClock;
    private final Map<Integer, ExtensionHash> hashes = new HashMap<>();
    private final @Nullable ExtensionHash active;
    private final ReplayMarks marks;
    private long lastSent;
    private AdvertVerdict.@Nullable Remark remark;

    /**
     * A seal that has seen nothing yet.
     *
     * @param peers the only possible senders; empty: any
     * @param wallClock nanoseconds since 1970
     */
    public ExtensionSeal(Extension settings, Set<InetAddress> peers, NanoClock wallClock) {
        this.settings = settings;
        this.peers = Set.copyOf(peers);
        this.wallClock = wallClock;
        this.marks = new ReplayMarks(
                Math.max(SENDERS, peers.size()), settings.window().toNanos());
        settings.keys()
                .forEach(key -> hashes.put(
                        key.id(),
                        new ExtensionHash(HexFormat.of().parseHex(key.secret().value()))));
        this.active = hashes.get(settings.activeKey());
    }

    @Override
    public int trailerLength() {
        return settings.mode() == Extension.Mode.RECEIVE_ONLY ? 0 : ExtensionTrailerCodec.LENGTH;
    }

    @Override
    public void seal(ByteBuffer packet, int headerAt, int trailerAt) {
        ExtensionHash hash = active;
        if (trailerLength() == 0 || hash == null) {
            return;
        }
        lastSent = next(ExtensionTrailer.sequence(wallClock.nanoTime()));
        ExtensionTrailerCodec.encode(settings.activeKey(), lastSent, packet, trailerAt);
        packet.put(
                trailerAt + ExtensionTrailerCodec.HASH_OFFSET,
                hash.of(packet, headerAt, trailerAt),
                0,
                ExtensionTrailerCodec.HASH_LENGTH);
    }

    /** The clock, or one more than the last where the clock has not moved on. */
    private long next(long now) {
        long ahead = (lastSent >>> 32) - (now >>> 32);
        boolean follow = settings.antiReplay() == Extension.AntiReplay.TIME
                && ahead > settings.window().toSeconds();
        return follow || lastSent == 0 || now - lastSent > 0 ? now : lastSent + 1;
    }

    @Override
    public Opened open(IpPacket packet) {
        Opened opened = AdvertSeal.super.open(packet);
        ByteBuffer message = opened.message();
        return opened.fault() == null && hasTrailer(packet.family(), message)
                ? Opened.of(message.slice(0, message.remaining() - ExtensionTrailerCodec.LENGTH))
                : opened;
    }

    /** Whether the payload is longer than its message by just that. */
    private static boolean hasTrailer(AddressFamily family, ByteBuffer payload) {
        if (payload.remaining() < HEADER + ExtensionTrailerCodec.LENGTH) {
            return false;
        }
        int version = (payload.get(payload.position()) >> 4) & 0xf;
        int count = payload.get(payload.position() + 3) & 0xff;
        return payload.remaining() == Advert.length(version, family, count) + ExtensionTrailerCodec.LENGTH;
    }

    @Override
    public AdvertVerdict.@Nullable Dropped check(IpPacket packet, Advert advert) {
        remark = null;
        if (!hasTrailer(packet.family(), packet.payload())) {
            return settings.mode() == Extension.Mode.ENFORCE
                    ? drop(DropReason.EXTENSION_MISSING, "advert without auth_hmac")
                    : null;
        }
        int trailerAt = packet.whole().remaining() - ExtensionTrailerCodec.LENGTH;
        ExtensionTrailer trailer = ExtensionTrailerCodec.decode(packet.whole(), trailerAt);
        AdvertVerdict.Dropped fault = stampFault(trailer);
        fault = fault != null ? fault : hashFault(packet, trailer, trailerAt);
        return fault != null ? fault : senderFault(packet, trailer);
    }

    private AdvertVerdict.@Nullable Dropped stampFault(ExtensionTrailer trailer) {
        if (trailer.type() != ExtensionTrailer.HMAC_SHA256 || trailer.reserved() != 0) {
            return drop(DropReason.EXTENSION_MALFORMED, "auth_hmac of unknown type " + trailer.type());
        }
        if (skew(trailer) > settings.window().toSeconds()) {
            return drop(DropReason.EXTENSION_STALE, "auth_hmac outside the time window; are both clocks right?");
        }
        return null;
    }

    private long skew(ExtensionTrailer trailer) {
        return Math.abs((int) (wallClock.nanoTime() / NANOS_PER_SECOND - trailer.seconds()));
    }

    private AdvertVerdict.@Nullable Dropped hashFault(IpPacket packet, ExtensionTrailer trailer, int trailerAt) {
        ExtensionHash hash = hashes.get(trailer.keyId());
        if (hash == null) {
            return drop(DropReason.EXTENSION_UNKNOWN_KEY, "auth_hmac with unknown key " + trailer.keyId());
        }
        byte[] theirs = new byte[ExtensionTrailerCodec.HASH_LENGTH];
        packet.whole().get(trailerAt + ExtensionTrailerCodec.HASH_OFFSET, theirs);
        int messageAt = packet.whole().remaining() - packet.payload().remaining();
        byte[] ours = Arrays.copyOf(hash.of(packet.whole(), messageAt, trailerAt), theirs.length);
        return MessageDigest.isEqual(ours, theirs)
                ? null
                : drop(DropReason.EXTENSION_INVALID_HMAC, "auth_hmac does not match");
    }

    private AdvertVerdict.@Nullable Dropped senderFault(IpPacket packet, ExtensionTrailer trailer) {
        if (!peers.isEmpty() && !peers.contains(packet.source())) {
            return drop(DropReason.UNKNOWN_PEER, "sender of a signed advert is not a peer");
        }
        if (!marks.advance(packet.source(), trailer.sequence(), wallClock.nanoTime())) {
            return drop(DropReason.EXTENSION_REPLAY, "auth_hmac seen before: a replayed advert");
        }
        if (skew(trailer) > settings.window().toSeconds() / 2) {
            remark = new AdvertVerdict.Remark(
                    null, "the clocks differ by more than half of the time window of auth_hmac");
        }
        return null;
    }

    @Override
    public AdvertVerdict.@Nullable Remark remark() {
        return remark;
    }

    private static AdvertVerdict.Dropped drop(DropReason reason, String detail) {
        return new AdvertVerdict.Dropped(reason, detail);
    }
}
