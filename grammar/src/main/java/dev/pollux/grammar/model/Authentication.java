package dev.pollux.grammar.model;

/** {@code authentication} of version 2 (RFC 2338 5.3.6; kept by keepalived after RFC 3768 dropped it). */
public sealed interface Authentication {

    /** Auth type 0. */
    record None() implements Authentication {}

    /** Auth type 1: {@code auth_type PASS}, up to eight bytes in clear text. */
    record Password(Secret secret) implements Authentication {}

    /** Auth type 2: {@code auth_type AH}, an IPsec authentication header with HMAC-MD5-96. */
    record AuthenticationHeader(Secret secret) implements Authentication {}
}
