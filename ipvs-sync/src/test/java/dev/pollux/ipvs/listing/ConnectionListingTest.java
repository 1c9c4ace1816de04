package dev.pollux.ipvs.listing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.ipvs.fixture.FewNames;
import dev.pollux.ipvs.names.EndpointNames;
import dev.pollux.ipvs.table.EndpointText;
import org.junit.jupiter.api.Test;

/** Lines of a 6.1 kernel and what ipvsadm 1.31 made of them. */
class ConnectionListingTest {

    private static final String HEADING =
            "Pro FromIP   FPrt ToIP     TPrt DestIP   DPrt State       Expires PEName PEData";
    private static final String PLAIN = "TCP 0A000002 B1C2 0A000002 0050 0A000101 0050 ESTABLISHED     897";
    private static final String LONG_LIVED = "TCP 0A090004 0000 0A090004 0050 0A090002 0050 ASSURED        7199";
    private static final String MARKED = "IP  0A090004 0000 0000004D 0000 0A090002 0000 ASSURED        3999";
    private static final String SIP =
            "UDP 0A000001 0000 0A000001 13C4 0A000101 13C4 NONE             28 sip 3848276298220188511@example.com";
    private static final String IPV6 = "TCP 2001:0db8:0000:0000:0000:0000:0000:0080 A302"
            + " 2001:0db8:0000:0000:0000:0000:0000:0080 0050"
            + " 2001:0db8:1234:5678:9abc:def0:1234:5678 FFFF SYN_RECV         58";

    @Test
    void linesAreAsRecorded() {
        assertThat(numeric(false, PLAIN))
                .isEqualTo("TCP 14:57  ESTABLISHED 10.0.0.2:45506     10.0.0.2:80        10.0.1.1:80\n");
        assertThat(numeric(false, LONG_LIVED))
                .isEqualTo("TCP 119:59 ASSURED     10.9.0.4:0         10.9.0.4:80        10.9.0.2:80\n");
        assertThat(numeric(false, MARKED))
                .isEqualTo("IP  66:39  ASSURED     10.9.0.4:0         0.0.0.77:0         10.9.0.2:0\n");
        assertThat(numeric(false, IPV6))
                .isEqualTo("TCP 00:58  SYN_RECV    [2001:db8::80]:41730 [2001:db8::80]:80 "
                        + " [2001:db8:1234:5678:9abc:def0:1234:5678]:65535\n");
    }

    @Test
    void engineDataIsShownOnDemand() {
        assertThat(numeric(false, SIP))
                .isEqualTo("UDP 00:28  NONE        10.0.0.1:0         10.0.0.1:5060      10.0.1.1:5060\n");
        assertThat(numeric(true, SIP))
                .isEqualTo("UDP 00:28  NONE        10.0.0.1:0         10.0.0.1:5060      10.0.1.1:5060   "
                        + " sip                3848276298220188511@example.com\n");
        assertThat(numeric(true, PLAIN)).endsWith(" 10.0.1.1:80\n");
    }

    @Test
    void namesHaveAtMost59Characters() {
        String name = "d" + "2345678901".repeat(6).substring(0, 58);
        assertThat(new ConnectionListing(new EndpointNames(new FewNames()), false).line(LONG_LIVED))
                .contains("TCP 119:59 ASSURED     " + name + " " + name + " b2345678901234567890.example:http\n");
    }

    @Test
    void theKernelsHeadingIsNoConnection() {
        assertThat(new ConnectionListing(EndpointText.NUMERIC, false).line(HEADING))
                .isEmpty();
        assertThat(new ConnectionListing(EndpointText.NUMERIC, true).headings())
                .endsWith("destination        pe name          pe_data\n");
    }

    private static String numeric(boolean engineData, String line) {
        return new ConnectionListing(EndpointText.NUMERIC, engineData)
                .line(line)
                .orElseThrow();
    }
}
