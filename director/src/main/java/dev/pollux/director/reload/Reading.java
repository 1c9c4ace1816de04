package dev.pollux.director.reload;

import dev.pollux.grammar.model.Configuration;
import java.util.List;

/** What reading the configuration gave. */
public sealed interface Reading {

    /** It can be tried. */
    record Valid(Configuration configuration) implements Reading {}

    /**
     * It is not to be tried.
     *
     * @param reasons for people, one line each
     */
    record Invalid(List<String> reasons) implements Reading {
        public Invalid {
            reasons = List.copyOf(reasons);
        }
    }
}
