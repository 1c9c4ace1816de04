package dev.pollux.linux.netlink;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Remembers the first of many errors, which is the cause of the others. */
final class FirstError {

    private @Nullable String text;

    void set(String newText) {
        if (text == null) {
            text = newText;
        }
    }

    boolean present() {
        return text != null;
    }

    Optional<String> text() {
        return Optional.ofNullable(text);
    }
}
