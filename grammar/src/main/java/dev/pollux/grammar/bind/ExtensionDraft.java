package dev.pollux.grammar.bind;

import dev.pollux.grammar.diagnostic.DiagnosticCode;
import dev.pollux.grammar.diagnostic.SourceSpan;
import dev.pollux.grammar.model.Authentication.Extension;
import dev.pollux.grammar.schema.Arguments;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code auth_hmac} while it is being read; null: not given. */
final class ExtensionDraft {

    final SourceSpan span;
    final List<Extension.Key> keys = new ArrayList<>();

    @Nullable
    Integer activeKey;

    @Nullable
    Integer window;

    boolean monotonic;
    String mode = "enforce";

    ExtensionDraft(SourceSpan span) {
        this.span = span;
    }

    static void addKey(ExtensionDraft draft, Extension.Key key, Arguments at) {
        if (draft.keys.stream().anyMatch(other -> other.id() == key.id())) {
            at.report(
                    DiagnosticCode.DUPLICATE,
                    0,
                    "key " + key.id() + " is given twice, the second is ignored",
                    "give it another number");
            return;
        }
        draft.keys.add(key);
    }
}
