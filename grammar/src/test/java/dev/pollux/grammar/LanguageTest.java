package dev.pollux.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lexical rules, by what becomes of {@code router_id}; exit codes are those of keepalived 2.2.7 for the same text. */
class LanguageTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            nullValues = "null",
            value = {
                "plain word                  | global_defs {\\n router_id abc\\n}                      | abc    | 0",
                "extra words                 | global_defs {\\n router_id abc def\\n}                  | abc    | 0",
                "second keyword on the line  | global_defs { router_id x vrrp_version 3 }              | x      | 0",
                "CR LF                       | global_defs {\\r\\n router_id abc\\r\\n}\\r\\n          | abc    | 0",
                "no final newline            | global_defs {\\n router_id abc }                        | abc    | 0",
                "tabs                        | \\tglobal_defs\\t{\\n\\trouter_id\\tabc\\t\\n\\t}\\n    | abc    | 0",
                "comment behind              | global_defs { # one\\n router_id abc ! two\\n}         | abc    | 0",
                "comment glued to a word     | global_defs {\\n router_id abc#def\\n}                  | abc    | 0",
                "comment glued to a brace    | global_defs {#说明\\n router_id abc\\n}                 | abc    | 0",
                "comment characters in quotes| global_defs {\\n router_id `a # b ! c` ! tail\\n}       | a # b ! c | 0",
                "escaped comment character   | global_defs {\\n router_id a\\\\#b\\n}                  | a#b    | 0",
                "quotes                      | global_defs {\\n router_id `a b`\\n}                    | a b    | 0",
                "quote within a word         | global_defs {\\n router_id a`b c`d\\n}                  | a      | 0",
                "empty quotes                | global_defs {\\n router_id ``\\n}                       | ``     | 0",
                "unterminated quote          | global_defs {\\n router_id abc `def\\n}                 | abc    | 5",
                "brace on its own line       | global_defs\\n{\\n router_id abc\\n}                    | abc    | 0",
                "brace glued to the keyword  | global_defs{\\n router_id abc\\n}                       | abc    | 0",
                "block on one line           | global_defs {router_id abc}                             | abc    | 0",
                "two blocks on one line      | global_defs { router_id a } global_defs { router_id b } | b      | 0",
                "braces in quotes            | global_defs {\\n router_id `a{b}c`\\n}                  | a{b}c  | 0",
                "missing opening brace       | global_defs\\n router_id abc\\n}                        | abc    | 5",
                "missing closing brace       | global_defs {\\n router_id abc\\n                       | abc    | 5",
                "extra closing brace         | global_defs {\\n router_id abc\\n}\\n}                  | abc    | 5",
                "unknown keyword             | global_defs {\\n router_id abc\\n foo bar\\n}           | abc    | 5",
                "unknown block, skipped      | foo {\\n router_id x\\n}\\nglobal_defs { router_id abc }| abc    | 5",
                "keywords know their case    | GLOBAL_DEFS {\\n router_id abc\\n}                      | null   | 5",
                "missing argument            | global_defs {\\n vrrp_version\\n router_id abc\\n}      | abc    | 2",
                "optional argument missing   | global_defs {\\n router_id\\n}                          | null   | 5",
                "no-break space, in quotes   | global_defs {\\n router_id `a\\u00a0b`\\n}              | a\u00a0b | 0",
                "backslash at the end        | global_defs {\\n router_id abc \\\\\\n}                 | abc    | 5",
                "undefined ${NAME}           | global_defs {\\n router_id a${b}c\\n}                 | a${b}c | 5",
                "no-break space              | global_defs {\\n\\u00a0router_id abc\\n}                | abc    | 5",
            })
    void isReadAs(String what, String text, String routerId, int exitCode) {
        ReadResult result = Reading.of(unescape(text));

        assertThat(result.configuration().global().routerId())
                .isEqualTo(routerId == null ? null : routerId.replace("`", ""));
        assertThat(result.exitCode()).as(result.diagnostics().toString()).isEqualTo(exitCode);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "priority 150          | 150 | 0",
                "priority \"100\"      | 100 | 0",
                "priority +7           | 7   | 0",
                "priority 0x64         | 100 | 5",
                "priority 0            | 100 | 5",
                "priority 256          | 100 | 5",
                "priority 99999999999999999999 | 100 | 5",
                "priority abc          | 100 | 5",
                "priority 150s         | 100 | 5",
                "priority              | 100 | 2",
            })
    void strictNumbers(String line, int priority, int exitCode) {
        ReadResult result = Reading.of("vrrp_instance a {\n interface eth0\n virtual_router_id 1\n" + line
                + "\n virtual_ipaddress {\n 192.0.2.1\n }\n}");

        assertThat(result.configuration().vrrpInstances().get(0).priority()).isEqualTo(priority);
        assertThat(result.exitCode()).isEqualTo(exitCode);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "delay_loop 6          | 6000   | 0",
                "delay_loop 1.5        | 1500   | 0",
                "delay_loop .25        | 250    | 0",
                "delay_loop 5s         | 5000   | 5",
                "delay_loop 1.2345678  | 1234   | 5",
                "delay_loop 0          | 60000  | 5",
                "delay_loop -3         | 60000  | 5",
                "delay_loop string     | 60000  | 5",
                "delay_loop            | 60000  | 2",
            })
    void lenientTimes(String line, long milliseconds, int exitCode) {
        ReadResult result = Reading.of("virtual_server 192.0.2.1 80 {\n lb_algo rr\n lb_kind NAT\n protocol TCP\n"
                + line + "\n real_server 192.0.2.2 80 {\n TCP_CHECK {\n }\n }\n}");

        assertThat(result.configuration()
                        .virtualServers()
                        .get(0)
                        .realServers()
                        .get(0)
                        .checkers()
                        .get(0)
                        .timing()
                        .delayLoop()
                        .toMillis())
                .isEqualTo(milliseconds);
        assertThat(result.exitCode()).isEqualTo(exitCode);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "virtual_server 192.0.2.1 80          | 1 | 0",
                "virtual_server 192.0.2.1 70000       | 0 | 5",
                "virtual_server 192.0.2.1 http        | 0 | 5",
                "virtual_server 192.0.2.256 80        | 0 | 5",
                "virtual_server www.example.org 80    | 0 | 5",
                "virtual_server 2001:db8::1 80        | 0 | 5",
                "virtual_server fwmark 7              | 1 | 5",
                "virtual_server fwmark x              | 0 | 5",
                "virtual_server                       | 0 | 2",
                "virtual_server group nobody          | 0 | 0",
            })
    void addressesOfServers(String head, int count, int exitCode) {
        ReadResult result = Reading.of(
                head + " {\n lb_algo rr\n lb_kind NAT\n protocol TCP\n real_server 192.0.2.2 80 {\n weight 1\n }\n}");

        assertThat(result.configuration().virtualServers()).hasSize(count);
        assertThat(result.exitCode()).as(result.diagnostics().toString()).isEqualTo(exitCode);
    }

    private static String unescape(String text) {
        return text.replace("\\\\", "\u0001")
                .replace("\\n", "\n")
                .replace("\\r", "\r")
                .replace("\\t", "\t")
                .replace("\\u00a0", "\u00a0")
                .replace("\u0001", "\\")
                .replace('`', '"');
    }
}
