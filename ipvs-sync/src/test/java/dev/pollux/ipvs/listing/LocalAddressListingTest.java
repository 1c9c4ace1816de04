package dev.pollux.ipvs.listing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.grammar.model.AddressLiteral;
import dev.pollux.grammar.model.ServiceKey;
import dev.pollux.grammar.model.TransportProtocol;
import dev.pollux.ipvs.table.EndpointText;
import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class LocalAddressListingTest {

    @Test
    void hasALineForEachAddress() {
        Map<InetAddress, Long> addresses = new LinkedHashMap<>();
        addresses.put(address("172.16.0.241"), 7L);
        addresses.put(address("172.16.0.242"), 0L);
        Map<ServiceKey.ByAddress, Map<InetAddress, Long>> connections =
                Map.of(new ServiceKey.ByAddress(TransportProtocol.TCP, address("192.0.2.10"), 80), addresses);
        assertThat(LocalAddressListing.of(connections, EndpointText.NUMERIC)).isEqualTo("""
                VIP:VPORT            TOTAL    SNAT_IP              CONFLICTS            CONNS
                192.0.2.10:80        2
                                              172.16.0.241         -                    7
                                              172.16.0.242         -                    0
                """);
    }

    private static InetAddress address(String text) {
        return Objects.requireNonNull(AddressLiteral.parse(text));
    }
}
