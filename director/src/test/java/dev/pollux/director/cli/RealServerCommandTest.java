package dev.pollux.director.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.director.cli.Invocation.PrepareServer.Deed;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RealServerCommandTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dr --vip 192.0.2.1 --vip 2001:db8::1",
                "tun --vip 192.0.2.1 --tunnel gre",
                "tun --vip 192.0.2.1 --tunnel gue --port 7",
                "nat --gateway 10.0.0.1",
                "fullnat --local-address 10.0.0.8 --via 10.0.0.9"
            })
    void whatIsWrittenIsReadAgain(String words) {
        assertThat(RealServerCommand.needs(List.of(words.split(" "))).words()).containsExactly(words.split(" "));
    }

    @ParameterizedTest
    @CsvSource({
        "dr --vip 192.0.2.1, PLAN",
        "dr --vip 192.0.2.1 192.0.2.2 --apply, APPLY",
        "tun --remove, REMOVE",
        "nat --remove, REMOVE",
        "nat --gateway 10.0.0.1 --print, PLAN",
        "nat --gateway 10.0.0.1 --print script, SCRIPT",
        "nat --gateway 10.0.0.1 --print=unit, UNIT"
    })
    void whatIsToBeDone(String words, Deed deed) {
        assertThat(RealServerCommand.read(List.of(words.split(" "))))
                .isInstanceOfSatisfying(Invocation.PrepareServer.class, request -> assertThat(request.deed())
                        .isEqualTo(deed));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        ''                           | : not a mode
        sdr                          | sdr: wanted nat, dr, tun or fullnat
        dr                           | dr: wanted --vip ADDRESS
        nat                          | nat: wanted --gateway ADDRESS, the director's address on this side
        fullnat                      | fullnat: wanted --local-address ADDRESS
        nat --gateway x              | x: not an IP address
        nat --gateway 10.0.0.1 more  | more: unexpected
        dr --vip 192.0.2.1 --gateway 10.0.0.1 | --gateway says nothing about dr
        dr --vip 192.0.2.1 --tunnel gre | --tunnel says nothing about dr
        tun --vip 192.0.2.1 --tunnel sit | --tunnel sit: wanted ipip, gre or gue
        tun --vip 192.0.2.1 --port 7 | --port goes with --tunnel gue
        tun --vip 192.0.2.1 --tunnel gue --port 65536 | --port 65536: wanted 1 to 65535
        dr --vip 192.0.2.1 --apply --remove | --apply, --remove and --print exclude each other
        dr --vip 192.0.2.1 --print x | --print=x: wanted plan, script or unit
        """)
    void whatIsWrong(String words, String reason) {
        String wanted = words.isEmpty() ? ": wanted nat, dr, tun or fullnat" : reason;
        assertThat(RealServerCommand.read(List.of(words.split(" "))))
                .isInstanceOfSatisfying(Invocation.Rejected.class, rejected -> assertThat(rejected.reason())
                        .endsWith(wanted));
    }
}
