package dev.pollux.grammar.bind;

import dev.pollux.grammar.diagnostic.DiagnosticCode;
import dev.pollux.grammar.model.TrackerKey;
import dev.pollux.grammar.schema.Arguments;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names that the file has defined so far, for those that must be defined before they are used. */
final class Names {

    /** What can be tracked by name. */
    enum Kind {
        SCRIPT("track script", "vrrp_script"),
        FILE("track file", "track_file"),
        PROCESS("track process", "vrrp_track_process"),
        BFD("BFD instance", "bfd_instance"),
        /** One that checkers hear of. */
        CHECKED_BFD("BFD instance", "bfd_instance");

        private final String what;
        private final String keyword;

        Kind(String what, String keyword) {
            this.what = what;
            this.keyword = keyword;
        }

        /** What virtual routers track by such a name; null: nothing. */
        TrackerKey.@Nullable Kind trackerKind() {
            return switch (this) {
                case SCRIPT -> TrackerKey.Kind.SCRIPT;
                case FILE -> TrackerKey.Kind.FILE;
                case PROCESS -> TrackerKey.Kind.PROCESS;
                case BFD -> TrackerKey.Kind.BFD;
                case CHECKED_BFD -> null;
            };
        }
    }

    private final Map<Kind, Set<String>> defined = new EnumMap<>(Kind.class);

    void define(Kind kind, String name) {
        defined.computeIfAbsent(kind, key -> new HashSet<>()).add(name);
    }

    boolean defines(Kind kind, String name) {
        return defined.getOrDefault(kind, Set.of()).contains(name);
    }

    /** True if the word at {@code index} is defined; else it has been reported. */
    boolean require(Kind kind, Arguments arguments, int index) {
        String name = arguments.text(index);
        if (defines(kind, name)) {
            return true;
        }
        arguments.report(
                DiagnosticCode.UNKNOWN_NAME,
                index,
                kind.what + " " + name + " is not defined above, it is ignored",
                "write " + kind.keyword + " " + name + " { ... } before this block, or move it there");
        return false;
    }
}
