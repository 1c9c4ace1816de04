package dev.pollux.grammar.model;

import org.jspecify.annotations.Nullable;

/** A word behind an address that takes no value (ip-address(8)); the last two are keepalived's own. */
public enum AddressFlag {
    /** IPv6: the home address of a mobile node (RFC 6275). */
    HOME("home"),
    /** IPv6: duplicate address detection, which virtual addresses go without. */
    DETECT_DUPLICATES("-nodad"),
    /** IPv6: temporary addresses are derived from it. */
    MANAGE_TEMPORARY("mngtmpaddr"),
    /** No route to its subnet comes with the address. */
    NO_PREFIX_ROUTE("noprefixroute"),
    /** A multicast address whose group is joined. */
    AUTO_JOIN("autojoin"),
    /** Nobody minds when the address is removed or its interface goes down. */
    UNTRACKED("no_track"),
    /** Its interface gets a virtual MAC address. */
    VIRTUAL_MAC("use_vmac");

    private final String keyword;

    AddressFlag(String keyword) {
        this.keyword = keyword;
    }

    public String keyword() {
        return keyword;
    }

    /** Null: there is no such word. */
    public static @Nullable AddressFlag of(String keyword) {
        for (AddressFlag flag : values()) {
            if (flag.keyword.equals(keyword)) {
                return flag;
            }
        }
        return null;
    }
}
