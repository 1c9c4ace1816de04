package dev.pollux.vrrp;

import dev.pollux.grammar.model.Authentication;
import dev.pollux.vrrp.packet.AdvertSeal;
import dev.pollux.vrrp.packet.HeaderSeal;
import java.nio.charset.StandardCharsets;

/** Makes the seal that an instance's {@code authentication} asks for. */
final class Seals {

    private Seals() {}

    static AdvertSeal of(Authentication authentication) {
        if (authentication instanceof Authentication.AuthenticationHeader header) {
            return new HeaderSeal(header.secret().value().getBytes(StandardCharsets.UTF_8));
        }
        return AdvertSeal.NONE;
    }
}
