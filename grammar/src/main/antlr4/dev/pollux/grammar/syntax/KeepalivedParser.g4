/*
 * The structure of keepalived.conf. The token source has already balanced the braces and put an END behind every
 * statement without a body, so that one token of lookahead always decides and no text is a syntax error.
 */
parser grammar KeepalivedParser;

options { tokenVocab = KeepalivedLexer; }

configuration : item* EOF ;

item
    : block
    | valueBlock
    | directive
    | body
    ;

// A keyword that opens a block of statements.
block : blockHead (body | END) ;

blockHead : blockKeyword argument* ;

blockKeyword
    : AUTH_HMAC | AUTHENTICATION | BFD_CHECK | BFD_INSTANCE | DNS_CHECK | FILE_CHECK | GARP_GROUP | GLOBAL_DEFS | HTTP_GET
    | MISC_CHECK | PING_CHECK | REAL_SERVER | SMTP_CHECK | SSL | SSL_GET | TCP_CHECK | TRACK_GROUP | UDP_CHECK | URL
    | VIRTUAL_SERVER | VRRP_INSTANCE | VRRP_SCRIPT | VRRP_SYNC_GROUP | VRRP_TRACK_FILE | VRRP_TRACK_PROCESS
    ;

// A keyword that opens a block of value lines.
valueBlock : valueHead (valueBody | END) ;

valueHead : valueKeyword argument* ;

valueKeyword
    : INTERFACE_UP_DOWN_DELAYS | NOTIFICATION_EMAIL | STATIC_IPADDRESS | STATIC_ROUTES | STATIC_RULES | TRACK_BFD
    | TRACK_INTERFACE | TRACK_PROCESS | TRACK_SCRIPT | UNICAST_PEER | VIRTUAL_IPADDRESS | VIRTUAL_IPADDRESS_EXCLUDED
    | VIRTUAL_ROUTES | VIRTUAL_RULES | VIRTUAL_SERVER_GROUP
    ;

// Any other keyword, with its arguments; a body makes it a block that the schema knows in some places, or nowhere.
directive : directiveHead (body | END) ;

directiveHead : argument+ ;

argument : WORD | QUOTED | UNTERMINATED ;

body : LBRACE item* RBRACE ;

valueBody : LBRACE (valueLine | valueBody)* RBRACE ;

valueLine : argument+ (END | valueBody) ;
