package dev.pollux.director.http;

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
}
