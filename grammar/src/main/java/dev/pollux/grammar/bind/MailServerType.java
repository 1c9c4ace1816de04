package dev.pollux.grammar.bind;

import dev.pollux.grammar.schema.ArgumentType;
import dev.pollux.grammar.schema.Arguments;
import dev.pollux.grammar.schema.IntegerType;
import org.jspecify.annotations.Nullable;

/** {@code HOST [PORT]}: the one place where a name is allowed; it is looked up when there is mail to send. */
record MailServerType() implements ArgumentType<MailServerType.Server> {

    private static final int DEFAULT_PORT = 25;

    /** Where mail is handed over. */
    record Server(String host, int port) {}

    @Override
    public @Nullable Server read(Arguments arguments) {
        Long port =
                arguments.count() > 1 ? IntegerType.strict(1, 65535).read(arguments, 1) : Long.valueOf(DEFAULT_PORT);
        return port == null ? null : new Server(arguments.text(0), port.intValue());
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
