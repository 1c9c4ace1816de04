package dev.pollux.grammar.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "192.0.2.1",
                "::",
                "::1",
                "2001:db8::1",
                "2001:db8::",
                "2001:db8:0:1:1:1:1:1",
                "2001:0:0:1::1",
                "2001::1:0:0:1:1",
                "fe80::1:2:3:4"
            })
    void writesTheShortForm(String text) throws UnknownHostException {
        assertThat(AddressText.of(InetAddress.getByName(text))).isEqualTo(text);
    }
}
