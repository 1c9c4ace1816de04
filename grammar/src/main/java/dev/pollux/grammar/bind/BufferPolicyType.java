package dev.pollux.grammar.bind;

import dev.pollux.grammar.schema.ArgumentType;
import dev.pollux.grammar.schema.Arguments;
import dev.pollux.grammar.schema.IntegerType;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code vrrp_rx_bufs_policy}: what the size of receive buffers is derived from, or bytes. */
record BufferPolicyType() implements ArgumentType<String> {

    private static final Set<String> WORDS = Set.of("MTU", "ADVERT");
    private static final IntegerType BYTES = IntegerType.strict(0, 0xFFFFFFFFL);

    @Override
    public @Nullable String read(Arguments arguments) {
        String word = arguments.text(0).toUpperCase(Locale.ROOT);
        return WORDS.contains(word) || BYTES.read(arguments) != null ? word : null;
    }

    @Override
    public String describe() {
        return "MTU, ADVERT or a number of bytes";
    }
}
