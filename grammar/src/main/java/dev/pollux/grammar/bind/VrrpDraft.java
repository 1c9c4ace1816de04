package dev.pollux.grammar.bind;

import dev.pollux.grammar.diagnostic.DiagnosticCode;
import dev.pollux.grammar.diagnostic.SourceSpan;
import dev.pollux.grammar.model.VrrpInstance;
import dev.pollux.grammar.model.VrrpSettings;
import dev.pollux.grammar.model.VrrpSettings.GarpGroup;
import dev.pollux.grammar.model.VrrpSettings.LinkDelays;
import dev.pollux.grammar.schema.Arguments;
import dev.pollux.grammar.schema.SecondsType;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@link VrrpSettings} while they are being read. */
final class VrrpDraft {

    private static final SecondsType DELAY = SecondsType.seconds(0, 255);
    private static final int FRACTION = 256;

    Duration startupDelay = Duration.ZERO;
    Duration delayAfterBoot = Duration.ZERO;
    boolean logUnknownRouters;
    boolean quietJoins;
    final List<GarpGroupDraft> garpGroups = new ArrayList<>();
    private final Map<String, DelayDraft> delays = new LinkedHashMap<>();

    private record DelayDraft(SourceSpan span, LinkDelays delays) {}

    /** A {@code garp_group}. */
    static final class GarpGroupDraft {

        final Arguments head;
        final List<String> interfaces = new ArrayList<>();

        @Nullable
        Duration arpSpacing;

        @Nullable
        Duration neighbourSpacing;

        GarpGroupDraft(Arguments head) {
            this.head = head;
        }
    }

    /** Takes an interface into a group; it can be in one only. */
    void join(GarpGroupDraft group, Arguments at, int word) {
        String name = at.text(word);
        if (Stream.concat(garpGroups.stream(), Stream.of(group)).anyMatch(other -> other.interfaces.contains(name))) {
            at.report(
                    DiagnosticCode.DUPLICATE,
                    word,
                    "interface " + name + " is in a garp_group already, it is ignored",
                    "remove it from one of them");
        } else {
            group.interfaces.add(name);
        }
    }

    /** A line of {@code interface_up_down_delays}: {@code IF DOWN [UP]}. */
    void delay(Arguments line) {
        Duration down = line.count() > 1 ? DELAY.read(line, 1) : Duration.ZERO;
        Duration up = line.count() > 2 ? DELAY.read(line, 2) : down;
        delays.put(
                line.text(0),
                new DelayDraft(
                        line.span(),
                        new LinkDelays(down == null ? Duration.ZERO : down, up == null ? Duration.ZERO : up)));
    }

    /** Where each interface with delays is named. */
    Map<String, SourceSpan> delayedInterfaces() {
        Map<String, SourceSpan> spans = new LinkedHashMap<>();
        delays.forEach((name, draft) -> spans.put(name, draft.span()));
        return spans;
    }

    VrrpSettings complete(Context context, boolean dynamicInterfaces, List<VrrpInstance> instances) {
        return new VrrpSettings(
                startupDelay,
                delayAfterBoot,
                logUnknownRouters,
                quietJoins,
                garpGroups(context, dynamicInterfaces),
                linkDelays(context, instances));
    }

    private List<GarpGroup> garpGroups(Context context, boolean dynamicInterfaces) {
        List<GarpGroup> groups = new ArrayList<>();
        for (GarpGroupDraft draft : garpGroups) {
            if (draft.interfaces.isEmpty() || (draft.arpSpacing == null && draft.neighbourSpacing == null)) {
                String missing = draft.interfaces.isEmpty() ? "no interface" : "neither garp_interval nor gna_interval";
                context.report(
                        DiagnosticCode.INCOMPLETE,
                        draft.head.span(),
                        "a garp_group has " + missing + ", it is left out",
                        "write interface and an interval");
                continue;
            }
            if (!dynamicInterfaces) {
                draft.interfaces.forEach(name -> absent(context, name, draft.head.span(), "garp_group"));
            }
            groups.add(new GarpGroup(orZero(draft.arpSpacing), orZero(draft.neighbourSpacing), draft.interfaces));
        }
        return groups;
    }

    private static void absent(Context context, String name, SourceSpan span, String block) {
        if (!context.host().interfaceExists(name)) {
            context.report(
                    DiagnosticCode.SUSPICIOUS,
                    span,
                    "interface " + name + " of " + block + " does not exist on this machine",
                    "create it or correct the name");
        }
    }

    private Map<String, LinkDelays> linkDelays(Context context, List<VrrpInstance> instances) {
        Map<String, LinkDelays> all = new LinkedHashMap<>();
        delays.forEach((name, draft) -> {
            Duration longest = longest(name, instances);
            LinkDelays asked = draft.delays();
            LinkDelays given = new LinkDelays(lesser(asked.down(), longest), lesser(asked.up(), longest));
            if (!given.equals(asked)) {
                context.remark(
                        draft.span(),
                        "the delays of interface " + name + " are cut to " + longest.toMillis()
                                + " ms, lest a backup there takes a dead link for a dead master",
                        "write less than down_timer_adverts - 1 times advert_int");
            }
            all.put(name, given);
        });
        return all;
    }

    /** A backup behind a dead link must learn of that before its down timer expires. */
    private static Duration longest(String name, List<VrrpInstance> instances) {
        return instances.stream()
                .filter(instance -> uses(instance, name))
                .map(VrrpInstance::advert)
                .map(advert -> advert.downTimerAdverts() == 1
                        ? Duration.ZERO
                        : advert.interval()
                                .multipliedBy(advert.downTimerAdverts() - 1L)
                                .minus(advert.interval().dividedBy(FRACTION))
                                .truncatedTo(ChronoUnit.MICROS))
                .min(Duration::compareTo)
                .orElse(Duration.ofSeconds(255));
    }

    private static boolean uses(VrrpInstance instance, String name) {
        Set<String> names = new HashSet<>(Set.of(instance.key().interfaceName()));
        instance.tracking().interfaces().forEach(tracked -> names.add(tracked.name()));
        return names.contains(name);
    }

    private static Duration lesser(Duration a, Duration b) {
        return a.compareTo(b) <= 0 ? a : b;
    }

    private static Duration orZero(@Nullable Duration duration) {
        return duration == null ? Duration.ZERO : duration;
    }
}
