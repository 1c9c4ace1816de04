/*
 * The structure of keepalived.conf. WordCutter cuts the lines into words; StatementTokens has balanced the braces and put
 * an END behind every statement without a body, so that one token of lookahead always decides and no text is a syntax error.
 *
 * Only keywords that open a block have a token of their own, and only where a statement may begin: what else a word may
 * mean is the schema's affair.
 */
parser grammar KeepalivedParser;

tokens {
    // Blocks whose content is statements.
    AUTH_HMAC, AUTHENTICATION, BFD_CHECK, BFD_INSTANCE, DNS_CHECK, FILE_CHECK, GARP_GROUP, GLOBAL_DEFS, HTTP_GET,
    MISC_CHECK, PING_CHECK, REAL_SERVER, SMTP_CHECK, SSL, SSL_GET, TCP_CHECK, TRACK_GROUP, UDP_CHECK, URL,
    VIRTUAL_SERVER, VRRP_INSTANCE, VRRP_SCRIPT, VRRP_SYNC_GROUP, VRRP_TRACK_FILE, VRRP_TRACK_PROCESS,

    // Blocks whose content is lines of values.
    INTERFACE_UP_DOWN_DELAYS, NOTIFICATION_EMAIL, STATIC_IPADDRESS, STATIC_ROUTES, STATIC_RULES, TRACK_BFD,
    TRACK_INTERFACE, TRACK_PROCESS, TRACK_SCRIPT, UNICAST_PEER, VIRTUAL_IPADDRESS, VIRTUAL_IPADDRESS_EXCLUDED,
    VIRTUAL_ROUTES, VIRTUAL_RULES, VIRTUAL_SERVER_GROUP,

    // Any other word, also one in quotes; braces; the end of a statement without a body.
    WORD, LBRACE, RBRACE, END
}

configuration : item* EOF ;

item
    : block
    | valueBlock
    | directive
    | body
    ;

// A keyword that opens a block of statements.
block : blockKeyword WORD* (body | END) ;

blockKeyword
    : AUTH_HMAC | AUTHENTICATION | BFD_CHECK | BFD_INSTANCE | DNS_CHECK | FILE_CHECK | GARP_GROUP | GLOBAL_DEFS | HTTP_GET
    | MISC_CHECK | PING_CHECK | REAL_SERVER | SMTP_CHECK | SSL | SSL_GET | TCP_CHECK | TRACK_GROUP | UDP_CHECK | URL
    | VIRTUAL_SERVER | VRRP_INSTANCE | VRRP_SCRIPT | VRRP_SYNC_GROUP | VRRP_TRACK_FILE | VRRP_TRACK_PROCESS
    ;

// A keyword that opens a block of value lines.
valueBlock : valueKeyword WORD* (valueBody | END) ;

valueKeyword
    : INTERFACE_UP_DOWN_DELAYS | NOTIFICATION_EMAIL | STATIC_IPADDRESS | STATIC_ROUTES | STATIC_RULES | TRACK_BFD
    | TRACK_INTERFACE | TRACK_PROCESS | TRACK_SCRIPT | UNICAST_PEER | VIRTUAL_IPADDRESS | VIRTUAL_IPADDRESS_EXCLUDED
    | VIRTUAL_ROUTES | VIRTUAL_RULES | VIRTUAL_SERVER_GROUP
    ;

// Any other keyword, with its arguments; a body makes it a block that the schema knows in some places, or nowhere.
directive : WORD+ (body | END) ;

body : LBRACE item* RBRACE ;

valueBody : LBRACE (valueLine | valueBody)* RBRACE ;

valueLine : WORD+ (END | valueBody) ;
