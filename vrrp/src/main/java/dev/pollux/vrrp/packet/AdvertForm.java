package dev.pollux.vrrp.packet;

import dev.pollux.grammar.model.AddressFamily;
import java.net.InetAddress;

/**
 * How a virtual router's adverts look.
 *
 * @param timeToLive hop limit in IPv6
 * @param seal proves to the receivers who sent them
 */
public record AdvertForm(Advert advert, InetAddress source, int timeToLive, AdvertChecksum checksum, AdvertSeal seal) {

    AddressFamily family() {
        return AddressFamily.of(source);
    }
}
