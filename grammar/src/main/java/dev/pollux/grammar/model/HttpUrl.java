package dev.pollux.grammar.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One {@code url} block of an {@link HttpCheck}; an answer must meet everything that is given.
 *
 * @param virtualHost value of the Host header; null: the address and port connected to
 * @param statusCodes accepted status codes, 200 to 299 by default
 * @param digest MD5 of the body as 32 lower-case hexadecimal digits; null: any body
 * @param pattern what the body must match; null: any body
 * @param closesTls {@code tls_compliant}: TLS is closed with a close_notify (RFC 8446 6.1); false without TLS
 */
public record HttpUrl(
        String path,
        @Nullable String virtualHost,
        List<StatusRange> statusCodes,
        @Nullable String digest,
        @Nullable BodyPattern pattern,
        boolean closesTls) {

    public HttpUrl {
        statusCodes = List.copyOf(statusCodes);
    }

    /** Status codes {@code first} to {@code last}, both included, 100 to 599. */
    public record StatusRange(int first, int last) {

        public boolean contains(int status) {
            return first <= status && status <= last;
        }
    }
}
