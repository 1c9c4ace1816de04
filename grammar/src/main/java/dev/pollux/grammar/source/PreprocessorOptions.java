package dev.pollux.grammar.source;

import java.util.Map;

/**
 * What a configuration may ask of its surroundings while it is being read.
 *
 * @param configId what {@code @id} lines are compared with and {@code ${_INSTANCE}} stands for
 * @param environment variables for {@code ${_ENV NAME}}
 * @param randomSeed for {@code ${_RANDOM}}: the same seed gives the same numbers
 * @param checkIncludes every {@code include} is checked as if it were {@code includea} ({@code -e})
 */
public record PreprocessorOptions(
        String configId, Map<String, String> environment, long randomSeed, boolean checkIncludes) {

    public PreprocessorOptions {
        environment = Map.copyOf(environment);
    }
}
