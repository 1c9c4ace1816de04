package dev.pollux.grammar.bind;

import dev.pollux.grammar.diagnostic.DiagnosticCode;
import dev.pollux.grammar.diagnostic.SourceSpan;
import dev.pollux.grammar.model.AddressFamily;
import dev.pollux.grammar.model.AddressText;
import dev.pollux.grammar.model.AdvertSettings;
import dev.pollux.grammar.model.AdvertSettings.Flag;
import dev.pollux.grammar.model.UnicastSettings;
import java.net.InetAddress;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How an instance sends and judges adverts. */
final class AdvertCompletion {

    private static final long MAX_INTERVAL_V3_CENTIS = 4095;

    private final Context context;
    private final GlobalDraft global;

    AdvertCompletion(Context context, GlobalDraft global) {
        this.context = context;
        this.global = global;
    }

    AdvertSettings advert(InstanceDraft draft, InstanceForm form) {
        return new AdvertSettings(
                form.interval(),
                draft.downTimerAdverts == null ? global.downTimerAdverts : draft.downTimerAdverts,
                source(draft, form.family()),
                draft.peers.isEmpty() ? group(draft, form.family()) : null,
                flags(draft, form));
    }

    private @Nullable InetAddress source(InstanceDraft draft, AddressFamily family) {
        InetAddress source = draft.source;
        if (source != null && AddressFamily.of(source) != family) {
            context.contradiction(
                    draft,
                    "source address " + AddressText.of(source)
                            + " is not of the family of its addresses, it is ignored",
                    "write an address of that family");
            return null;
        }
        return source;
    }

    /** {@code mcast_dst_ip}, else what global_defs says; null: the family's own. */
    private @Nullable InetAddress group(InstanceDraft draft, AddressFamily family) {
        InetAddress group = draft.destination;
        boolean usable = group != null
                && group.isMulticastAddress()
                && AddressFamily.of(group) == family
                && (family == AddressFamily.IPV4 || group.isMCLinkLocal());
        if (group != null && !usable) {
            String what = family == AddressFamily.IPV4 ? "an IPv4" : "a link-local IPv6";
            context.contradiction(
                    draft,
                    "mcast_dst_ip " + AddressText.of(group) + " is not " + what + " multicast address, it is ignored",
                    "write an address such as " + (family == AddressFamily.IPV4 ? "224.0.0.18" : "ff02::12"));
        }
        return usable ? group : family == AddressFamily.IPV4 ? global.group4 : global.group6;
    }

    private Set<Flag> flags(InstanceDraft draft, InstanceForm form) {
        boolean strict = form.strict();
        boolean lowerNoAdvert = orGlobal(draft.lowerPriorityNoAdvert, global.lowerPriorityNoAdvert);
        boolean higherSend = orGlobal(draft.higherPrioritySendAdvert, global.higherPrioritySendAdvert);
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        add(flags, Flag.STRICT, strict);
        add(flags, Flag.SKIP_ADDRESS_CHECK, orGlobal(draft.skipAddressCheck, global.skipAddressCheck));
        add(flags, Flag.LOWER_PRIORITY_NO_ADVERT, lowerNoAdvert || strict);
        add(flags, Flag.HIGHER_PRIORITY_SEND_ADVERT, higherSend && !strict);
        add(flags, Flag.CHECKSUM_AS_VERSION_2, orGlobal(draft.checksumAsVersion2, global.checksumAsVersion2));
        add(flags, Flag.TRACK_SOURCE, draft.trackSource && source(draft, form.family()) != null);
        add(flags, Flag.OWNER_IGNORES_ADVERTS, form.owner() && ownerIgnoresAdverts(draft, strict));
        return flags;
    }

    /** keepalived 2.4.3 takes no "no" from an owner. */
    private boolean ownerIgnoresAdverts(InstanceDraft draft, boolean strict) {
        if (Boolean.FALSE.equals(draft.ownerIgnoresAdverts)) {
            context.contradiction(
                    draft, "owner_ignore_adverts cannot be off with priority 255, it is on", "remove the keyword");
            return true;
        }
        return strict || orGlobal(draft.ownerIgnoresAdverts, global.ownerIgnoresAdverts);
    }

    private static <F extends Enum<F>> void add(Set<F> flags, F flag, boolean wanted) {
        if (wanted) {
            flags.add(flag);
        }
    }

    private static boolean orGlobal(@Nullable Boolean own, boolean global) {
        return own == null ? global : own;
    }

    Duration interval(InstanceDraft draft, int version) {
        Duration asked = draft.interval;
        if (asked == null) {
            return Duration.ofSeconds(1);
        }
        Duration given = version == 2
                ? Duration.ofSeconds(Math.max(1, (asked.toMillis() + 500) / 1000))
                : Duration.ofMillis(Math.min(MAX_INTERVAL_V3_CENTIS, Math.max(1, (asked.toMillis() + 5) / 10)) * 10);
        if (!given.equals(asked)) {
            SourceSpan span = Objects.requireNonNullElse(draft.intervalSpan, draft.span);
            String limit = version == 2 ? "whole seconds" : "0.01 to 40.95 seconds in steps of 0.01";
            context.report(
                    DiagnosticCode.OUT_OF_RANGE,
                    span,
                    "advert_int of " + draft.describe() + " is read as " + seconds(given) + " seconds: version "
                            + version + " has " + limit,
                    version == 2 ? "write whole seconds, or vrrp_version 3" : "write a time within these limits");
        }
        return given;
    }

    private static String seconds(Duration duration) {
        return java.math.BigDecimal.valueOf(duration.toMillis(), 3)
                .stripTrailingZeros()
                .toPlainString();
    }

    UnicastSettings unicast(InstanceDraft draft, AddressFamily family) {
        draft.peers.removeIf(peer -> isOfOtherFamily(draft, peer, family));
        boolean set = draft.unicastTtl != null && !draft.peers.isEmpty();
        int ttl = set ? draft.unicastTtl : UnicastSettings.defaultTtl(family);
        if (draft.unicast && draft.peers.isEmpty() && !draft.faultWithoutPeer) {
            context.report(
                    DiagnosticCode.CONTRADICTION,
                    draft.span,
                    draft.describe() + " has a unicast keyword but no unicast_peer, it speaks multicast",
                    "write unicast_peer { ADDRESS }, or mcast_src_ip instead of unicast_src_ip");
        }
        if (draft.peers.stream().anyMatch(peer -> peer.address().equals(draft.source))) {
            context.remark(
                    draft.span,
                    draft.describe() + ": its own unicast_src_ip is among its peers",
                    "write the addresses of the other directors only");
        }
        if (draft.destination != null && !draft.peers.isEmpty()) {
            context.contradiction(
                    draft, "mcast_dst_ip and unicast_peer exclude each other, it is ignored", "remove it");
        }
        return new UnicastSettings(draft.peers, ttl, unicastFlags(draft));
    }

    private boolean isOfOtherFamily(InstanceDraft draft, UnicastSettings.Peer peer, AddressFamily family) {
        if (AddressFamily.of(peer.address()) == family) {
            return false;
        }
        context.contradiction(
                draft,
                "unicast peer " + AddressText.of(peer.address())
                        + " is not of the family of its addresses, it is ignored",
                "write an address of that family");
        return true;
    }

    private Set<UnicastSettings.Flag> unicastFlags(InstanceDraft draft) {
        Set<UnicastSettings.Flag> flags = EnumSet.noneOf(UnicastSettings.Flag.class);
        boolean unicast = !draft.peers.isEmpty();
        add(flags, UnicastSettings.Flag.CHECK_SOURCE, unicast && (draft.checkSource || global.checkUnicastSource));
        add(flags, UnicastSettings.Flag.OLD_CHECKSUM, unicast && draft.oldChecksum);
        add(flags, UnicastSettings.Flag.NEVER_OLD_CHECKSUM, unicast && draft.neverOldChecksum);
        add(flags, UnicastSettings.Flag.FAULT_WITHOUT_PEER, !unicast && draft.faultWithoutPeer);
        return flags;
    }
}
