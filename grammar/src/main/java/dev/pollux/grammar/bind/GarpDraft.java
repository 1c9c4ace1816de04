package dev.pollux.grammar.bind;

import dev.pollux.grammar.model.GratuitousArpSettings;
import dev.pollux.grammar.schema.BlockSchema;
import dev.pollux.grammar.schema.SecondsType;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What an instance, or {@code global_defs} for all of them, says of gratuitous ARP while it is being read; null: nothing. */
final class GarpDraft {

    private static final SecondsType DELAY = SecondsType.seconds(0, 4294);

    @Nullable
    Integer repeat;

    @Nullable
    Duration delay;

    @Nullable
    Duration refresh;

    @Nullable
    Integer refreshRepeat;

    @Nullable
    Integer lowerRepeat;

    @Nullable
    Duration lowerDelay;

    GratuitousArpSettings.@Nullable Extra extra;

    /**
     * The keywords of both.
     *
     * @param prefix what they begin with
     */
    static <D> void addRows(BlockSchema.Builder<D> rows, String prefix, Function<D, GarpDraft> garp) {
        rows.keyword(prefix + "garp_master_delay", DELAY, (d, v, at) -> garp.apply(d).delay = v)
                .keyword(prefix + "garp_master_repeat", new RepeatType(1), (d, v, at) -> garp.apply(d).repeat = v)
                .keyword(prefix + "garp_master_refresh", DELAY, (d, v, at) -> garp.apply(d).refresh = v)
                .keyword(
                        prefix + "garp_master_refresh_repeat",
                        new RepeatType(1),
                        (d, v, at) -> garp.apply(d).refreshRepeat = v)
                .keyword(prefix + "garp_lower_prio_delay", DELAY, (d, v, at) -> garp.apply(d).lowerDelay = v)
                .keyword(
                        prefix + "garp_lower_prio_repeat",
                        new RepeatType(0),
                        (d, v, at) -> garp.apply(d).lowerRepeat = v);
    }

    /** An instance's; {@code vrrp_min_garp} turns all that is given nowhere to the least. */
    GratuitousArpSettings complete(GlobalDraft global, boolean strict) {
        GarpDraft common = global.garp;
        boolean minimal = global.minimalGarp;
        int usualRepeat = or(common.repeat, minimal ? 1 : 5);
        Duration usualDelay = or(common.delay, Duration.ofSeconds(minimal ? 0 : 5));
        return new GratuitousArpSettings(
                or(repeat, usualRepeat),
                or(delay, usualDelay),
                or(refresh, or(common.refresh, Duration.ZERO)),
                or(refreshRepeat, or(common.refreshRepeat, minimal ? 0 : 1)),
                strict ? 0 : or(lowerRepeat, or(common.lowerRepeat, usualRepeat)),
                strict ? Duration.ZERO : or(lowerDelay, or(common.lowerDelay, usualDelay)),
                global.garpSpacing,
                global.neighbourSpacing,
                or(extra, or(common.extra, GratuitousArpSettings.Extra.NONE)));
    }

    private static <T> T or(@Nullable T given, T otherwise) {
        return Objects.requireNonNullElse(given, otherwise);
    }
}
