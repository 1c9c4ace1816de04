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
            case KeepalivedLexer.BFD_INSTANCE,
                    KeepalivedLexer.GARP_GROUP,
                    KeepalivedLexer.GLOBAL_DEFS,
                    KeepalivedLexer.VIRTUAL_SERVER,
                    KeepalivedLexer.VRRP_INSTANCE,
                    KeepalivedLexer.VRRP_SCRIPT,
                    KeepalivedLexer.VRRP_SYNC_GROUP,
                    KeepalivedLexer.VRRP_TRACK_FILE,
                    KeepalivedLexer.VRRP_TRACK_PROCESS -> TOP_LEVEL;
            case KeepalivedLexer.INTERFACE_UP_DOWN_DELAYS,
                    KeepalivedLexer.STATIC_IPADDRESS,
                    KeepalivedLexer.STATIC_ROUTES,
                    KeepalivedLexer.STATIC_RULES,
                    KeepalivedLexer.VIRTUAL_SERVER_GROUP -> TOP_LEVEL_VALUES;
            case KeepalivedLexer.NOTIFICATION_EMAIL,
                    KeepalivedLexer.TRACK_BFD,
                    KeepalivedLexer.TRACK_INTERFACE,
                    KeepalivedLexer.TRACK_PROCESS,
                    KeepalivedLexer.TRACK_SCRIPT,
                    KeepalivedLexer.UNICAST_PEER,
                    KeepalivedLexer.VIRTUAL_IPADDRESS,
                    KeepalivedLexer.VIRTUAL_IPADDRESS_EXCLUDED,
                    KeepalivedLexer.VIRTUAL_ROUTES,
                    KeepalivedLexer.VIRTUAL_RULES -> VALUES;
            case KeepalivedLexer.WORD, KeepalivedLexer.QUOTED -> UNKNOWN;
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
