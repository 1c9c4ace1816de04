package dev.pollux.grammar.bind;

import dev.pollux.grammar.diagnostic.DiagnosticCode;
import dev.pollux.grammar.diagnostic.SourceSpan;
import dev.pollux.grammar.model.AddressFamily;
import dev.pollux.grammar.model.AdvertSettings;
import dev.pollux.grammar.model.AdvertSettings.Flag;
import dev.pollux.grammar.model.UnicastSettings;
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

    AdvertSettings advert(InstanceDraft draft, int version, boolean strict) {
        return new AdvertSettings(
                interval(draft, version),
                draft.downTimerAdverts == null ? global.downTimerAdverts : draft.downTimerAdverts,
                draft.source,
                null,
                flags(draft, strict));
    }

    private Set<Flag> flags(InstanceDraft draft, boolean strict) {
        boolean lowerNoAdvert = orGlobal(draft.lowerPriorityNoAdvert, global.lowerPriorityNoAdvert);
        boolean higherSend = orGlobal(draft.higherPrioritySendAdvert, global.higherPrioritySendAdvert);
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        add(flags, Flag.STRICT, strict);
        add(flags, Flag.SKIP_ADDRESS_CHECK, orGlobal(draft.skipAddressCheck, global.skipAddressCheck));
        add(flags, Flag.LOWER_PRIORITY_NO_ADVERT, lowerNoAdvert || strict);
        add(flags, Flag.HIGHER_PRIORITY_SEND_ADVERT, higherSend && !strict);
        add(flags, Flag.CHECKSUM_AS_VERSION_2, orGlobal(draft.checksumAsVersion2, global.checksumAsVersion2));
        return flags;
    }

    private static <F extends Enum<F>> void add(Set<F> flags, F flag, boolean wanted) {
        if (wanted) {
            flags.add(flag);
        }
    }

    private static boolean orGlobal(@Nullable Boolean own, boolean global) {
        return own == null ? global : own;
    }

    private Duration interval(InstanceDraft draft, int version) {
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
        boolean set = draft.unicastTtl != null && !draft.peers.isEmpty();
        int ttl = set ? draft.unicastTtl : UnicastSettings.defaultTtl(family);
        if (draft.unicast && draft.peers.isEmpty()) {
            context.report(
                    DiagnosticCode.CONTRADICTION,
                    draft.span,
                    draft.describe() + " has a unicast keyword but no unicast_peer, it speaks multicast",
                    "write unicast_peer { ADDRESS }, or mcast_src_ip instead of unicast_src_ip");
        }
        if (draft.destination != null && !draft.peers.isEmpty()) {
            context.contradiction(
                    draft, "mcast_dst_ip and unicast_peer exclude each other, it is ignored", "remove it");
        }
        return new UnicastSettings(draft.peers, ttl, Set.of());
    }
}
