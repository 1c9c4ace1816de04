package dev.pollux.vrrp.packet;

/** What the bytes of a message turned out to be. */
public sealed interface DecodedAdvert {

    /** The bytes have the shape of an advert. */
    record Message(Advert advert) implements DecodedAdvert {}

    /**
     * They have not.
     *
     * @param detail for the log, in keepalived's words
     */
    record Malformed(DropReason reason, String detail) implements DecodedAdvert {}
}
