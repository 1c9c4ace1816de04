package dev.pollux.vrrp.packet;

/** Why a received packet was not acted upon. Each reason names the counter that it is charged to, as keepalived names it. */
public enum DropReason {
    /** Lengths of IP header, packet and address list do not fit together (RFC 3768 7.1, RFC 9568 7.1). */
    PACKET_LENGTH("packet_len_err"),
    /** TTL is not 255 (RFC 3768 5.2.3, RFC 9568 5.1.1.3), or outside the range set for a unicast peer. */
    TTL("ip_ttl_err"),
    /** Not the version of this virtual router (RFC 9568 7.1). */
    VERSION("vers_err"),
    /** An authentication type that no RFC knows (RFC 3768 5.3.6). */
    INVALID_AUTHENTICATION_TYPE("invalid_authtype"),
    /** Another authentication type than configured (RFC 3768 7.1). */
    AUTHENTICATION_TYPE_MISMATCH("authtype_mismatch"),
    /** The password is wrong, or the authentication header does not match or was seen before (RFC 2338 7.1). */
    AUTHENTICATION_FAILURE("auth_failure"),
    /** Version 2: another interval than ours (RFC 3768 7.1); version 3: an interval of zero (RFC 9568 erratum 8301). */
    INTERVAL("advert_interval_err"),
    /** Not an advertisement (RFC 3768 5.3.2, RFC 9568 5.2.2). */
    TYPE("invalid_type_rcvd"),
    /** The checksum is wrong (RFC 3768 7.1, RFC 9568 7.1). */
    CHECKSUM("chk_err"),
    /** Sent to a group when peers are configured, or to a host when the group is; or no address (RFC 9568 5.2.5). */
    ADDRESS_LIST("addr_list_err"),
    /** The sender is not one of the configured unicast peers. */
    UNKNOWN_PEER("unknown_peer"),
    /** {@code auth_hmac}: unsigned, where signatures are enforced. */
    EXTENSION_MISSING("auth_ext_missing"),
    /** {@code auth_hmac}: a trailer of unknown type. */
    EXTENSION_MALFORMED("auth_ext_malformed"),
    /** {@code auth_hmac}: signed with a key that is not configured. */
    EXTENSION_UNKNOWN_KEY("auth_ext_unknown_key"),
    /** {@code auth_hmac}: the hash is wrong. */
    EXTENSION_INVALID_HMAC("auth_ext_invalid_hmac"),
    /** {@code auth_hmac}: the time stamp is too far from our clock. */
    EXTENSION_STALE("auth_ext_stale"),
    /** {@code auth_hmac}: not newer than what this sender sent before. */
    EXTENSION_REPLAY("auth_ext_replay"),
    /** We own the addresses and keep to the letter (RFC 3768 7.1). */
    OWNER("owner_ignored"),
    /** Our own advert, come back. */
    OWN_ADVERT("own_advert");

    private final String counter;

    DropReason(String counter) {
        this.counter = counter;
    }

    /** Name of the counter, without prefix. */
    public String counter() {
        return counter;
    }
}
