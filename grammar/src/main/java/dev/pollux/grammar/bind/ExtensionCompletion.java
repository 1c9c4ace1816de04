package dev.pollux.grammar.bind;

import dev.pollux.grammar.diagnostic.DiagnosticCode;
import dev.pollux.grammar.model.Authentication;
import dev.pollux.grammar.model.Authentication.Extension;
import java.time.Duration;

/** {@code auth_hmac} of an instance. */
final class ExtensionCompletion {

    private static final Duration SHORTEST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final int INTERVALS = 3;

    private final Context context;

    ExtensionCompletion(Context context) {
        this.context = context;
    }

    /** The extension, or none where the key to sign with is missing, which is reported. */
    Authentication complete(InstanceDraft draft, ExtensionDraft asked, InstanceForm form) {
        Integer active = asked.activeKey;
        if (active == null && asked.keys.size() == 1) {
            active = asked.keys.get(0).id();
        }
        Integer wanted = active;
        if (wanted == null || asked.keys.stream().noneMatch(key -> key.id() == wanted)) {
            context.report(
                    DiagnosticCode.INCOMPLETE,
                    asked.span,
                    draft.describe() + ": auth_hmac has no key "
                            + (wanted == null ? "to sign with" : wanted)
                            + ", adverts are not authenticated",
                    "write key NUMBER VALUE and active_key NUMBER");
            return new Authentication.None();
        }
        return new Extension(
                asked.keys,
                wanted,
                asked.window == null ? window(form.interval()) : Duration.ofSeconds(asked.window),
                asked.monotonic ? Extension.AntiReplay.MONOTONIC : Extension.AntiReplay.TIME,
                mode(draft, asked, form));
    }

    private Extension.Mode mode(InstanceDraft draft, ExtensionDraft asked, InstanceForm form) {
        Extension.Mode mode =
                switch (asked.mode) {
                    case "permissive" -> Extension.Mode.PERMISSIVE;
                    case "receive-only" -> Extension.Mode.RECEIVE_ONLY;
                    default -> Extension.Mode.ENFORCE;
                };
        if (form.strict() && mode != Extension.Mode.ENFORCE) {
            context.contradiction(draft, "mode of auth_hmac is enforce in strict mode", "write mode enforce");
            return Extension.Mode.ENFORCE;
        }
        return mode;
    }

    /** Three intervals, within limits that clocks and networks need. */
    private static Duration window(Duration interval) {
        Duration window = Duration.ofSeconds((interval.multipliedBy(INTERVALS).toMillis() + 999) / 1000);
        return window.compareTo(SHORTEST) < 0 ? SHORTEST : window.compareTo(LONGEST) > 0 ? LONGEST : window;
    }
}
