package dev.pollux.grammar.bind;

import dev.pollux.grammar.diagnostic.DiagnosticCode;
import dev.pollux.grammar.model.IpvsTimeouts;
import dev.pollux.grammar.schema.ArgumentType;
import dev.pollux.grammar.schema.Arguments;
import dev.pollux.grammar.schema.IntegerType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code [tcp N] [tcpfin N] [udp N]}, in seconds. */
final class TimeoutsType implements ArgumentType<IpvsTimeouts> {

    private static final List<String> WORDS = List.of("tcp", "tcpfin", "udp");
    private static final IntegerType SECONDS = IntegerType.strict(0, 31 * 86_400);

    @Override
    public IpvsTimeouts read(Arguments arguments) {
        Map<String, Integer> values = new HashMap<>();
        for (int index = 0; index < arguments.count(); index++) {
            String word = arguments.text(index);
            boolean known = WORDS.contains(word);
            if (known && index + 1 < arguments.count()) {
                index++;
                Long seconds = SECONDS.read(arguments, index);
                if (seconds != null) {
                    values.put(word, seconds.intValue());
                }
            } else {
                arguments.report(
                        DiagnosticCode.INVALID_VALUE,
                        index,
                        known
                                ? "there is no number behind " + word
                                : "unknown option '" + word + "' of lvs_timeouts, it is ignored",
                        "write " + describe());
            }
        }
        return new IpvsTimeouts(
                values.getOrDefault("tcp", 0), values.getOrDefault("tcpfin", 0), values.getOrDefault("udp", 0));
    }

    @Override
    public int least() {
        return 2;
    }

    @Override
    public int most() {
        return Integer.MAX_VALUE;
    }

    @Override
    public String describe() {
        return "[tcp N] [tcpfin N] [udp N]";
    }
}
