package dev.pollux.grammar.model;

import org.jspecify.annotations.Nullable;

/**
 * {@code SSL}: what every {@code SSL_GET} shows to a server that asks who is there. Paths of PEM files, as written.
 *
 * @param password {@code password}: opens the key; null: none is needed
 * @param authorities {@code ca}; null: none. No certificate of a server is checked against it: a check asks whether a server
 *     answers, not who it is
 * @param certificate {@code certificate}: the chain that is shown; null: none
 * @param key {@code key}; null: none
 */
public record TlsIdentity(
        @Nullable Secret password,
        @Nullable String authorities,
        @Nullable String certificate,
        @Nullable String key) {

    public static final TlsIdentity NONE = new TlsIdentity(null, null, null, null);
}
