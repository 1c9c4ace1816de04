package dev.pollux.grammar.bind;

import dev.pollux.grammar.model.Script;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The scripts that one block asks for. */
final class ScriptUses {

    private final List<ScriptType.Use> uses = new ArrayList<>();
    private final List<ScriptType.Use> repeated = new ArrayList<>();

    /** The first script of a keyword counts, a second one is refused. */
    void addOnce(ScriptType.Use use) {
        boolean taken = uses.stream().anyMatch(other -> other.keyword().equals(use.keyword()));
        (taken ? repeated : uses).add(use);
    }

    /** The script of a keyword; null: none. */
    @Nullable
    Script find(String keyword) {
        for (ScriptType.Use use : uses) {
            if (use.keyword().equals(keyword)) {
                return use.script();
            }
        }
        return null;
    }

    /** It cannot be run: it is as if it had not been written. */
    void leaveOut(ScriptType.Use use) {
        uses.remove(use);
    }

    List<ScriptType.Use> uses() {
        return uses;
    }

    List<ScriptType.Use> repeated() {
        return repeated;
    }
}
