package dev.pollux.director.script;

import java.util.Locale;

/** What a script is for. */
public enum ScriptKind {
    TRACK,
    NOTIFY,
    FIFO,
    LIFE;

    /** Label of metrics. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
