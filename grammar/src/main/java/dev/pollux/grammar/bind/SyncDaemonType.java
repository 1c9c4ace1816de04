package dev.pollux.grammar.bind;

import dev.pollux.grammar.diagnostic.DiagnosticCode;
import dev.pollux.grammar.diagnostic.SourceSpan;
import dev.pollux.grammar.model.AddressLiteral;
import dev.pollux.grammar.model.SyncDaemonSettings;
import dev.pollux.grammar.schema.ArgumentType;
import dev.pollux.grammar.schema.Arguments;
import dev.pollux.grammar.schema.IntegerType;
import java.net.InetAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code IF [[inst] VRRP] [id N] [maxlen N] [port N] [ttl N] [group A]}, or the old {@code IF VRRP N}. */
final class SyncDaemonType implements ArgumentType<SyncDaemonType.Draft> {

    private static final Map<String, IntegerType> NUMBERS = Map.of(
            "id", IntegerType.strict(0, 255),
            "maxlen", IntegerType.strict(1, 65_507),
            "port", IntegerType.strict(1, 65_535),
            "ttl", IntegerType.strict(1, 255));
    private static final List<String> WORDS = List.of("inst", "group", "id", "maxlen", "port", "ttl");

    /** What stands there; a number that does not is the default. */
    record Draft(
            String interfaceName,
            @Nullable String instance,
            Map<String, Integer> numbers,
            Optional<InetAddress> group,
            SourceSpan span) {

        SyncDaemonSettings settings(@Nullable String follows, int defaultId) {
            return new SyncDaemonSettings(
                    interfaceName,
                    follows,
                    numbers.getOrDefault("id", defaultId),
                    numbers.getOrDefault("maxlen", 0),
                    numbers.getOrDefault("port", 0),
                    numbers.getOrDefault("ttl", 0),
                    group.orElse(null));
        }
    }

    @Override
    public Draft read(Arguments arguments) {
        String instance = null;
        Map<String, Integer> numbers = new HashMap<>();
        Optional<InetAddress> group = Optional.empty();
        int index = 1;
        if (index < arguments.count() && !WORDS.contains(arguments.text(index))) {
            instance = arguments.text(index++);
            if (index < arguments.count() && isNumber(arguments.text(index))) {
                arguments.report(
                        DiagnosticCode.DEPRECATED,
                        index,
                        "a number without a word in front of it",
                        "write id before it");
                number("id", arguments, index++, numbers);
            }
        }
        while (index < arguments.count()) {
            String word = arguments.text(index++);
            if (!WORDS.contains(word)) {
                arguments.report(
                        DiagnosticCode.INVALID_VALUE,
                        index - 1,
                        "unknown option '" + word + "' of lvs_sync_daemon, it is ignored",
                        "write " + describe());
            } else if (index == arguments.count()) {
                arguments.report(
                        DiagnosticCode.INVALID_VALUE,
                        index - 1,
                        "there is no value behind " + word + ", it is ignored",
                        "write " + describe());
            } else if (word.equals("inst")) {
                instance = arguments.text(index++);
            } else if (word.equals("group")) {
                group = group(arguments, index++);
            } else {
                number(word, arguments, index++, numbers);
            }
        }
        return new Draft(arguments.text(0), instance, Map.copyOf(numbers), group, arguments.span());
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.chars().allMatch(letter -> letter >= '0' && letter <= '9');
    }

    private static void number(String word, Arguments arguments, int index, Map<String, Integer> numbers) {
        IntegerType type = NUMBERS.get(word);
        Long value = type == null ? null : type.read(arguments, index);
        if (value != null) {
            numbers.put(word, value.intValue());
        }
    }

    private static Optional<InetAddress> group(Arguments arguments, int index) {
        InetAddress address = AddressLiteral.parse(arguments.text(index));
        if (address == null || !address.isMulticastAddress()) {
            arguments.report(
                    DiagnosticCode.INVALID_VALUE,
                    index,
                    "'" + arguments.text(index) + "' is no multicast address, it is ignored",
                    "write one from 224.0.0.0/4 or ff00::/8");
            return Optional.empty();
        }
        return Optional.of(address);
    }

    @Override
    public int most() {
        return Integer.MAX_VALUE;
    }

    @Override
    public String describe() {
        return "IF [[inst] VRRP] [id N] [maxlen N] [port N] [ttl N] [group A]";
    }
}
