package dev.pollux.grammar.bind;

import dev.pollux.grammar.model.Script;
import dev.pollux.grammar.schema.ArgumentType;
import dev.pollux.grammar.schema.Arguments;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code notify_deleted [SCRIPT [USER [GROUP]]]}: one script, or none. */
record DeletionType() implements ArgumentType<List<Script>> {

    private static final ScriptType SCRIPT = new ScriptType();

    @Override
    public @Nullable List<Script> read(Arguments arguments) {
        if (arguments.isEmpty()) {
            return List.of();
        }
        Script script = SCRIPT.read(arguments);
        return script == null ? null : List.of(script);
    }

    @Override
    public String describe() {
        return "nothing, or " + SCRIPT.describe();
    }

    @Override
    public int least() {
        return 0;
    }

    @Override
    public int most() {
        return SCRIPT.most();
    }
}
