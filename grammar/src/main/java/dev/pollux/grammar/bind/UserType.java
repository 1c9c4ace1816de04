package dev.pollux.grammar.bind;

import dev.pollux.grammar.model.ScriptUser;
import dev.pollux.grammar.schema.ArgumentType;
import dev.pollux.grammar.schema.Arguments;

/** {@code USER [GROUP]}; whether they exist is checked when it is known which script runs as them. */
record UserType() implements ArgumentType<ScriptUser> {

    @Override
    public ScriptUser read(Arguments arguments) {
        return new ScriptUser(arguments.text(0), arguments.count() > 1 ? arguments.text(1) : "");
    }

    @Override
    public String describe() {
        return "USER [GROUP]";
    }

    @Override
    public int most() {
        return 2;
    }
}
