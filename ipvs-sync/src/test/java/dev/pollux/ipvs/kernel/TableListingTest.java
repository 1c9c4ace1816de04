package dev.pollux.ipvs.kernel;

import static dev.pollux.ipvs.fixture.VirtualServers.address;
import static dev.pollux.ipvs.fixture.VirtualServers.tcp;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.grammar.model.ServiceKey;
import dev.pollux.grammar.model.TransportProtocol;
import dev.pollux.ipvs.table.DestinationKey;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TableListingTest {

    private static final String TITLE = """
            IP Virtual Server version 1.2.1 (size=4096)
            Prot LocalAddress:Port Scheduler Flags
              -> RemoteAddress:Port Forward Weight ActiveConn InActConn
            """;
    private static final String WEB = """
            TCP  0A000001:0050 wrr\s
              -> C6336401:1F90      Masq    3      7          11       \s
              -> C6336402:0050      Route   0      0          0        \s
            """;
    private static final String SIX = """
            UDP  [2001:0db8:0000:0000:0000:0000:0000:0001]:0035 rr\s
              -> [fd00:0001:0000:0000:0000:0000:0000:0002]:0035      Tunnel  1      0          2        \s
            """;

    @Test
    void destinationsAreFoundBelowTheirServices() {
        ServiceKey six = new ServiceKey.ByAddress(TransportProtocol.UDP, address("2001:db8::1"), 53);
        assertThat(TableListing.parse(TITLE + WEB + "SCTP  0A000002:0000 rr persistent 300 FFFFFFFF\n" + SIX))
                .hasSize(3)
                .containsEntry(
                        tcp("10.0.0.1", 80),
                        List.of(
                                new ListedDestination(new DestinationKey(address("198.51.100.1"), 8080), 0, 3, 7, 11),
                                new ListedDestination(new DestinationKey(address("198.51.100.2"), 80), 3, 0, 0, 0)))
                .containsEntry(new ServiceKey.ByAddress(TransportProtocol.SCTP, address("10.0.0.2"), 0), List.of())
                .containsEntry(
                        six, List.of(new ListedDestination(new DestinationKey(address("fd00:1::2"), 53), 2, 1, 0, 2)));
    }

    @Test
    void marksAndWhatIsNotUnderstoodAreLeftOut() {
        String mark = "FWM  00000007 rr\n  -> C6336409:0000      Route   1      0          0\n";
        String odd = "TCP  0A000009:0050 rr\n  -> C6336401:0050      Local   1      0          0\n";
        assertThat(TableListing.parse(TITLE + mark + odd + WEB)).containsOnlyKeys(tcp("10.0.0.1", 80));
    }

    @Test
    void nothingMakesItThrow() {
        Random random = new Random(5);
        String text = TITLE + WEB + SIX;
        for (int round = 0; round < 2000; round++) {
            StringBuilder broken = new StringBuilder(text);
            for (int i = 0; i < 3; i++) {
                broken.setCharAt(random.nextInt(broken.length()), (char) (random.nextInt(96) + 32));
            }
            broken.setLength(random.nextInt(broken.length()));
            assertThat(TableListing.parse(broken.toString())).isNotNull();
        }
    }
}
