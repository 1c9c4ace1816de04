package dev.pollux.grammar.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A health check of one real server. */
public sealed interface Checker {

    CheckTiming timing();

    CheckConnection connection();

    /** The same question, asked at other times. */
    Checker withTiming(CheckTiming timing);

    /** {@code TCP_CHECK}: up when a connection is established within the connect timeout. */
    record TcpCheck(CheckTiming timing, CheckConnection connection) implements Checker {

        @Override
        public TcpCheck withTiming(CheckTiming other) {
            return new TcpCheck(other, connection);
        }
    }

    /**
     * {@code HTTP_GET} or {@code SSL_GET}: up when every URL answers as it should.
     *
     * @param tls true for {@code SSL_GET}
     * @param urls in file order, at least one
     */
    record HttpCheck(
            CheckTiming timing, CheckConnection connection, boolean tls, HttpProtocol protocol, List<HttpUrl> urls)
            implements Checker {

        public HttpCheck {
            urls = List.copyOf(urls);
        }

        @Override
        public HttpCheck withTiming(CheckTiming other) {
            return new HttpCheck(other, connection, tls, protocol, urls);
        }
    }

    /** {@code http_protocol}. */
    enum HttpProtocol {
        /** {@code 1.0}: HTTP/1.0 without a Connection header. */
        HTTP_1_0,
        /** {@code 1.0C}: HTTP/1.0 with {@code Connection: close}. */
        HTTP_1_0_CLOSE,
        /** {@code 1.1}: HTTP/1.1 with {@code Connection: close}. */
        HTTP_1_1
    }

    /**
     * One {@code url} block.
     *
     * @param virtualHost value of the Host header; null: the address and port connected to
     * @param statusCodes accepted status codes, 200 to 299 by default
     * @param digest MD5 of the body as 32 lower-case hexadecimal digits; null: any body
     */
    record HttpUrl(
            String path,
            @Nullable String virtualHost,
            List<StatusRange> statusCodes,
            @Nullable String digest) {

        public HttpUrl {
            statusCodes = List.copyOf(statusCodes);
        }
    }

    /** Status codes {@code first} to {@code last}, both included, 100 to 599. */
    record StatusRange(int first, int last) {

        public boolean contains(int status) {
            return first <= status && status <= last;
        }
    }
}
