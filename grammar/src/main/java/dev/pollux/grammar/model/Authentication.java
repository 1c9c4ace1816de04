package dev.pollux.grammar.model;

import java.time.Duration;
import java.util.List;

/** How adverts prove who sent them. */
public sealed interface Authentication {

    /** Not at all: auth type 0 in version 2. */
    record None() implements Authentication {}

    /**
     * Auth type 1 of version 2 (RFC 2338 5.3.6; kept by keepalived after RFC 3768 dropped it): {@code auth_type PASS}, up to
     * eight bytes in clear text.
     */
    record Password(Secret secret) implements Authentication {}

    /** Auth type 2 of version 2: {@code auth_type AH}, an IPsec authentication header with HMAC-MD5-96. */
    record AuthenticationHeader(Secret secret) implements Authentication {}

    /**
     * {@code auth_hmac} of keepalived since 2.4: a trailer behind the advert of any version.
     *
     * @param activeKey number of the key to sign with; all are taken from others
     * @param window how far an advert's time stamp may be from our clock, 1 to 300 s
     */
    record Extension(List<Key> keys, int activeKey, Duration window, AntiReplay antiReplay, Mode mode)
            implements Authentication {

        public Extension {
            keys = List.copyOf(keys);
        }

        /**
         * One key.
         *
         * @param id 1 to 255
         * @param secret 32 to 64 bytes as hexadecimal digits
         */
        public record Key(int id, Secret secret) {}

        /** What our own stamps do when the clock is set back by more than the window. */
        public enum AntiReplay {
            /** They follow the clock. */
            TIME,
            /** They go on growing from where they were. */
            MONOTONIC
        }

        /** Whether we sign, and whether unsigned adverts are taken: the steps of introducing keys to a running pair. */
        public enum Mode {
            ENFORCE,
            PERMISSIVE,
            RECEIVE_ONLY
        }
    }
}
