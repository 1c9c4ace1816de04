package dev.pollux.grammar.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressLiteralTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.1",
        "0.0.0.0, 0.0.0.0",
        "255.255.255.255, 255.255.255.255",
        "::, 0:0:0:0:0:0:0:0",
        "::1, 0:0:0:0:0:0:0:1",
        "2001:db8::, 2001:db8:0:0:0:0:0:0",
        "2001:DB8::a:1, 2001:db8:0:0:0:0:a:1",
        "1:2:3:4:5:6:7:8, 1:2:3:4:5:6:7:8",
        "::ffff:192.0.2.1, 0:0:0:0:0:ffff:c000:201",
    })
    void reads(String text, String expected) {
        InetAddress address = AddressLiteral.parse(text);

        assertThat(address).isNotNull().extracting(InetAddress::getHostAddress).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "1.2.3",
                "1.2.3.4.5",
                "1.2.3.",
                ".1.2.3",
                "1..2.3",
                "256.1.1.1",
                "1.2.3.4 ",
                "a.b.c.d",
                ":",
                ":::",
                "1:2",
                "1:2:3:4:5:6:7:8:9",
                "1::2::3",
                "12345::",
                "::1.2.3",
                "g::",
                "1:2:3:4:5:6:7:",
                ":1::",
                "fe80::1%eth0",
                "www.example.org",
                "1:2:3:4:5:6:7::8",
                "１.2.3.4"
            })
    void refuses(String text) {
        assertThat(AddressLiteral.parse(text)).isNull();
    }
}
