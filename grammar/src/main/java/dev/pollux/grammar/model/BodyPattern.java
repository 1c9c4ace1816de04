package dev.pollux.grammar.model;

import java.util.List;

/**
 * {@code regex} of a URL and what belongs to it, in the language of PCRE2.
 *
 * @param expression as written, with the quotes of the file gone
 * @param mustNotMatch {@code regex_no_match}: the answer is good when nothing matches
 * @param options {@code regex_options}: names of PCRE2 options in lower case, each once
 * @param minOffset {@code regex_min_offset}: where in the body a match may begin at the earliest, in bytes
 * @param maxOffset {@code regex_max_offset}: before which byte a match must begin; 0: anywhere
 */
public record BodyPattern(
        String expression, boolean mustNotMatch, List<String> options, long minOffset, long maxOffset) {

    public BodyPattern {
        options = List.copyOf(options);
    }
}
