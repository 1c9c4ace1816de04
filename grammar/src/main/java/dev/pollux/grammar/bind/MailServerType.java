package dev.pollux.grammar.bind;

import dev.pollux.grammar.schema.ArgumentType;
import dev.pollux.grammar.schema.Arguments;
import dev.pollux.grammar.schema.IntegerType;
import org.jspecify.annotations.Nullable;

/** {@code HOST [PORT]}: the one place where a name is allowed; it is looked up when there is mail to send. */
record MailServerType() implements ArgumentType<String> {

    @Override
    public @Nullable String read(Arguments arguments) {
        if (arguments.count() > 1 && IntegerType.strict(1, 65535).read(arguments, 1) == null) {
            return null;
        }
        return arguments.text(0);
    }

    @Override
    public String describe() {
        return "HOST [PORT]";
    }

    @Override
    public int most() {
        return 2;
    }
}
