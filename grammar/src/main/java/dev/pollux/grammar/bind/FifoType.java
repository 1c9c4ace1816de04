package dev.pollux.grammar.bind;

import dev.pollux.grammar.bind.NotificationDraft.FifoDraft;
import dev.pollux.grammar.model.ScriptUser;
import dev.pollux.grammar.schema.ArgumentType;
import dev.pollux.grammar.schema.Arguments;

/** {@code PATH [USER [GROUP]]}. */
record FifoType() implements ArgumentType<FifoDraft> {

    @Override
    public FifoDraft read(Arguments arguments) {
        ScriptUser owner = arguments.count() > 1
                ? new ScriptUser(arguments.text(1), arguments.count() > 2 ? arguments.text(2) : "")
                : null;
        return new FifoDraft(arguments.text(0), owner);
    }

    @Override
    public String describe() {
        return "PATH [USER [GROUP]]";
    }

    @Override
    public int most() {
        return 3;
    }
}
