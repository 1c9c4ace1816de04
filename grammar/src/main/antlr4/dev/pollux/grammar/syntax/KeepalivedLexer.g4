/*
 * Words of one line of keepalived.conf, after the preprocessor has taken comments, definitions and includes out.
 *
 * Two modes, because a word is a keyword only where a statement may begin: the default mode reads the head of a statement,
 * ARGUMENTS the rest of it. Only keywords that open a block have a token of their own; what else a word may mean is the
 * schema's affair. Every line starts in the default mode.
 */
lexer grammar KeepalivedLexer;

tokens { END }

// Blocks whose content is statements.
AUTH_HMAC            : 'auth_hmac'                             -> mode(ARGUMENTS) ;
AUTHENTICATION       : 'authentication'                        -> mode(ARGUMENTS) ;
BFD_CHECK            : 'BFD_CHECK'                             -> mode(ARGUMENTS) ;
BFD_INSTANCE         : 'bfd_instance'                          -> mode(ARGUMENTS) ;
DNS_CHECK            : 'DNS_CHECK'                             -> mode(ARGUMENTS) ;
FILE_CHECK           : 'FILE_CHECK'                            -> mode(ARGUMENTS) ;
GARP_GROUP           : 'garp_group'                            -> mode(ARGUMENTS) ;
GLOBAL_DEFS          : 'global_defs'                           -> mode(ARGUMENTS) ;
HTTP_GET             : 'HTTP_GET'                              -> mode(ARGUMENTS) ;
MISC_CHECK           : 'MISC_CHECK'                            -> mode(ARGUMENTS) ;
PING_CHECK           : 'PING_CHECK'                            -> mode(ARGUMENTS) ;
REAL_SERVER          : 'real_server'                           -> mode(ARGUMENTS) ;
SMTP_CHECK           : 'SMTP_CHECK'                            -> mode(ARGUMENTS) ;
SSL                  : 'SSL'                                   -> mode(ARGUMENTS) ;
SSL_GET              : 'SSL_GET'                               -> mode(ARGUMENTS) ;
TCP_CHECK            : 'TCP_CHECK'                             -> mode(ARGUMENTS) ;
TRACK_GROUP          : 'track_group'                           -> mode(ARGUMENTS) ;
UDP_CHECK            : 'UDP_CHECK'                             -> mode(ARGUMENTS) ;
URL                  : 'url'                                   -> mode(ARGUMENTS) ;
VIRTUAL_SERVER       : 'virtual_server'                        -> mode(ARGUMENTS) ;
VRRP_INSTANCE        : 'vrrp_instance'                         -> mode(ARGUMENTS) ;
VRRP_SCRIPT          : 'vrrp_script'                           -> mode(ARGUMENTS) ;
VRRP_SYNC_GROUP      : 'vrrp_sync_group'                       -> mode(ARGUMENTS) ;
VRRP_TRACK_FILE      : 'vrrp_track_file'                       -> mode(ARGUMENTS) ;
VRRP_TRACK_PROCESS   : 'vrrp_track_process'                    -> mode(ARGUMENTS) ;

// Blocks whose content is lines of values.
INTERFACE_UP_DOWN_DELAYS   : 'interface_up_down_delays'        -> mode(ARGUMENTS) ;
NOTIFICATION_EMAIL         : 'notification_email'              -> mode(ARGUMENTS) ;
STATIC_IPADDRESS           : 'static_ipaddress'                -> mode(ARGUMENTS) ;
STATIC_ROUTES              : 'static_routes'                   -> mode(ARGUMENTS) ;
STATIC_RULES               : 'static_rules'                    -> mode(ARGUMENTS) ;
TRACK_BFD                  : 'track_bfd'                       -> mode(ARGUMENTS) ;
TRACK_INTERFACE            : 'track_interface'                 -> mode(ARGUMENTS) ;
TRACK_PROCESS              : 'track_process'                   -> mode(ARGUMENTS) ;
TRACK_SCRIPT               : 'track_script'                    -> mode(ARGUMENTS) ;
UNICAST_PEER               : 'unicast_peer'                    -> mode(ARGUMENTS) ;
VIRTUAL_IPADDRESS          : 'virtual_ipaddress'               -> mode(ARGUMENTS) ;
VIRTUAL_IPADDRESS_EXCLUDED : 'virtual_ipaddress_excluded'      -> mode(ARGUMENTS) ;
VIRTUAL_ROUTES             : 'virtual_routes'                  -> mode(ARGUMENTS) ;
VIRTUAL_RULES              : 'virtual_rules'                   -> mode(ARGUMENTS) ;
VIRTUAL_SERVER_GROUP       : 'virtual_server_group'            -> mode(ARGUMENTS) ;

WORD         : PLAIN+                   -> mode(ARGUMENTS) ;
QUOTED       : '"' ~["]* '"'            -> mode(ARGUMENTS) ;
UNTERMINATED : '"' ~["]*                -> mode(ARGUMENTS) ;
LBRACE       : '{' ;
RBRACE       : '}' ;
BLANK        : SPACE+                   -> skip ;

mode ARGUMENTS;

A_WORD         : PLAIN+                 -> type(WORD) ;
A_QUOTED       : '"' ~["]* '"'          -> type(QUOTED) ;
A_UNTERMINATED : '"' ~["]*              -> type(UNTERMINATED) ;
A_LBRACE       : '{'                    -> type(LBRACE), mode(DEFAULT_MODE) ;
A_RBRACE       : '}'                    -> type(RBRACE), mode(DEFAULT_MODE) ;
A_BLANK        : SPACE+                 -> skip ;

fragment PLAIN : ~["{}\u0000-\u0020\u00A0\u200B\u3000\uFEFF] ;
fragment SPACE : [\u0000-\u0020\u00A0\u200B\u3000\uFEFF] ;
