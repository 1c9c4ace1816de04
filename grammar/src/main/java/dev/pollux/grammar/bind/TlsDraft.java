package dev.pollux.grammar.bind;

import dev.pollux.grammar.model.Secret;
import dev.pollux.grammar.model.TlsIdentity;
import org.jspecify.annotations.Nullable;

/** {@code SSL} while it is being read; null: not given. */
final class TlsDraft {

    @Nullable
    Secret password;

    @Nullable
    String authorities;

    @Nullable
    String certificate;

    @Nullable
    String key;

    TlsIdentity complete() {
        return new TlsIdentity(password, authorities, certificate, key);
    }
}
