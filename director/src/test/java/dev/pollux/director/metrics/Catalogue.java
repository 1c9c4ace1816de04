package dev.pollux.director.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Every metric that there can be, as docs/metrics.md lists them. */
final class Catalogue {

    private Catalogue() {}

    /** Families of samples; what Micrometer keeps by itself comes besides. */
    static List<Family> families() {
        List<Family> all = new ArrayList<>(DirectorSamples.families());
        all.addAll(LoopSamples.families());
        all.addAll(VrrpSamples.families());
        all.addAll(IpvsSamples.families());
        all.addAll(FullNatSamples.families());
        all.addAll(BfdSamples.families());
        all.addAll(CheckSamples.families());
        all.addAll(ScriptSamples.families());
        all.addAll(NotifySamples.families());
        return all;
    }

    /** A row of the table in the documentation. */
    static String row(Family family) {
        return "| `%s` | %s | %s | %s |"
                .formatted(
                        family.name(),
                        family.kind().name().toLowerCase(Locale.ROOT),
                        family.labels().isEmpty() ? "" : "`" + String.join("` `", family.labels()) + "`",
                        family.help());
    }
}
