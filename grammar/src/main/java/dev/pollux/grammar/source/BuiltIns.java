package dev.pollux.grammar.source;

import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Names that are defined without a definition: directory, configuration id, random numbers, environment. */
final class BuiltIns {

    private static final int RANDOM_MAX = 32767;

    private final PreprocessorOptions options;
    private final Random random;

    BuiltIns(PreprocessorOptions options) {
        this.options = options;
        this.random = new Random(options.randomSeed());
    }

    /**
     * The text of a built-in name, or null where there is none.
     *
     * @param reference what stands between the braces, for example {@code _RANDOM 1 6}
     * @param directory of the file that is being read
     */
    @Nullable
    String text(String reference, String directory) {
        if (!reference.startsWith("_")) {
            return null;
        }
        String[] words = reference.trim().split("[ \t]+", -1);
        return switch (words[0]) {
            case "_PWD" -> directory;
            case "_INSTANCE" -> options.configId();
            case "_HASH" -> "#";
            case "_BANG" -> "!";
            case "_RANDOM" -> random(words);
            case "_ENV" -> words.length == 2 ? environment(words[1]) : null;
            default -> null;
        };
    }

    private String environment(String name) {
        Map<String, String> variables = options.environment();
        return variables.getOrDefault(name, "");
    }

    private @Nullable String random(String[] words) {
        try {
            long low = words.length > 1 ? Long.parseLong(words[1]) : 0;
            long high = words.length > 2 ? Long.parseLong(words[2]) : RANDOM_MAX;
            if (words.length > 3 || low < 0 || high < low || high > Integer.MAX_VALUE) {
                return null;
            }
            return Long.toString(low + (long) (random.nextDouble() * (high - low + 1)));
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
