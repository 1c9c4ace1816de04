package dev.pollux.grammar.syntax;

/** What the body of a block holds, as far as the token type of its keyword tells. */
enum BlockKind {
    /** Statements; the keyword is never without a body. */
    STATEMENTS,
    /** Statements; at the top level only, so that a brace is missing where it stands inside another block. */
    TOP_LEVEL,
    /** Lines of values. */
    VALUES,
    /** As {@link #VALUES}, at the top level only. */
    TOP_LEVEL_VALUES,
    /** Perhaps no block at all. */
    UNKNOWN;

    static BlockKind of(int tokenType) {
        return switch (tokenType) {
            case KeepalivedParser.BFD_INSTANCE,
                    KeepalivedParser.GARP_GROUP,
                    KeepalivedParser.GLOBAL_DEFS,
                    KeepalivedParser.VIRTUAL_SERVER,
                    KeepalivedParser.VRRP_INSTANCE,
                    KeepalivedParser.VRRP_SCRIPT,
                    KeepalivedParser.VRRP_SYNC_GROUP,
                    KeepalivedParser.VRRP_TRACK_FILE,
                    KeepalivedParser.VRRP_TRACK_PROCESS -> TOP_LEVEL;
            case KeepalivedParser.INTERFACE_UP_DOWN_DELAYS,
                    KeepalivedParser.STATIC_IPADDRESS,
                    KeepalivedParser.STATIC_ROUTES,
                    KeepalivedParser.STATIC_RULES,
                    KeepalivedParser.VIRTUAL_SERVER_GROUP -> TOP_LEVEL_VALUES;
            case KeepalivedParser.NOTIFICATION_EMAIL,
                    KeepalivedParser.TRACK_BFD,
                    KeepalivedParser.TRACK_INTERFACE,
                    KeepalivedParser.TRACK_PROCESS,
                    KeepalivedParser.TRACK_SCRIPT,
                    KeepalivedParser.UNICAST_PEER,
                    KeepalivedParser.VIRTUAL_IPADDRESS,
                    KeepalivedParser.VIRTUAL_IPADDRESS_EXCLUDED,
                    KeepalivedParser.VIRTUAL_ROUTES,
                    KeepalivedParser.VIRTUAL_RULES -> VALUES;
            case KeepalivedParser.WORD -> UNKNOWN;
            default -> STATEMENTS;
        };
    }

    boolean topLevel() {
        return this == TOP_LEVEL || this == TOP_LEVEL_VALUES;
    }

    boolean holdsValues() {
        return this == VALUES || this == TOP_LEVEL_VALUES;
    }
}
