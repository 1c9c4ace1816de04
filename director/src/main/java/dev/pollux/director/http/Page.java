package dev.pollux.director.http;

import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * What is served under one path.
 *
 * @param contentType value of the header of that name
 */
public record Page(String contentType, String body) {

    /** Makes a page when it is asked for, on the {@code control} loop. */
    @FunctionalInterface
    public interface Source {

        /**
         * Makes the page.
         *
         * @param accept the request's Accept header
         */
        Page make(@Nullable String accept);
    }

    /** Does what a request asks for. Called on the {@code control} loop, which it must not hold up. */
    @FunctionalInterface
    public interface Action {

        /**
         * Begins to do it.
         *
         * @param body of the request
         * @return the answer; an {@link IllegalArgumentException} says what is wrong with the body
         */
        CompletionStage<Page> act(String body);
    }
}
