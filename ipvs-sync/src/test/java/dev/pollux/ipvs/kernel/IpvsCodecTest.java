package dev.pollux.ipvs.kernel;

import static dev.pollux.ipvs.fixture.VirtualServers.address;
import static dev.pollux.ipvs.fixture.VirtualServers.tcp;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.grammar.model.AddressFamily;
import dev.pollux.grammar.model.ServiceKey;
import dev.pollux.ipvs.table.Command;
import dev.pollux.ipvs.table.Destination;
import dev.pollux.ipvs.table.DestinationKey;
import dev.pollux.ipvs.table.ForwardingMethod;
import dev.pollux.ipvs.table.Service;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Bytes on a little-endian machine. Those said to be ipvsadm's were recorded from ipvsadm 1.31 with strace. */
class IpvsCodecTest {

    private static final ServiceKey WEB = tcp("10.0.0.21", 80);
    private static final String WEB_NAMED = "30000180" + "06000100" + "02000000" + "06000200" + "06000000" + "14000300"
            + "0a000015" + "00".repeat(12) + "06000400" + "00500000";

    @Test
    void addsAServiceWithTheBytesOfIpvsadm() {
        Service service = new Service(WEB, "wlc", Service.PERSISTENT, 10, 0xffffff00, null);
        assertThat(encode(new Command.AddService(service)))
                .isEqualTo("01010000" + "54000180" + WEB_NAMED.substring(8) + "08000600776c6300"
                        + "0c00070001000000ffffffff" + "080008000a000000" + "08000900ffffff00");
    }

    @Test
    void editsAServiceWithEngineAndEveryFlag() {
        Service service =
                new Service(new ServiceKey.ByFirewallMark(AddressFamily.IPV6, 0xfedcba98L), "sh", 0x3f, 300, 64, "sip");
        assertThat(encode(new Command.EditService(service)))
                .isEqualTo("02010000" + "40000180" + "06000100" + "0a000000" + "08000500" + "98badcfe"
                        + "0700060073680000" + "0c0007003d000000ffffffff" + "080008002c010000" + "0800090040000000"
                        + "08000b0073697000");
    }

    @Test
    void namesTheServiceToDeleteAsIpvsadmNamesIt() {
        assertThat(encode(new Command.DeleteService(WEB))).isEqualTo("03010000" + WEB_NAMED);
    }

    @Test
    void listsDestinationsWithTheBytesOfIpvsadm() {
        assertThat(Wire.encode(IpvsCommand.GET_DEST, message -> IpvsCodec.service(tcp("fd00::9", 80), message)))
                .isEqualTo("0801000030000180060001000a000000060002000600000014000300"
                        + "fd000000000000000000000000000009" + "0600040000500000");
    }

    @Test
    void addsADestinationWithThresholds() {
        Destination destination = new Destination(
                new DestinationKey(address("10.1.0.1"), 8080), new ForwardingMethod(0, 0, 0, 0), 3, 100, 0xfffffffeL);
        assertThat(encode(new Command.AddDestination(WEB, destination)))
                .isEqualTo("05010000" + WEB_NAMED + "48000280" + "06000b0002000000" + "140001000a010001"
                        + "00".repeat(12) + "060002001f900000" + "0800030000000000" + "0800040003000000"
                        + "0800050064000000" + "08000600feffffff");
    }

    @Test
    void editsATunnelToTheOtherFamily() {
        Destination destination = new Destination(
                new DestinationKey(address("10.1.0.4"), 80), new ForwardingMethod(2, 1, 6080, 2), 1, 0, 0);
        assertThat(encode(
                        new Command.EditDestination(new ServiceKey.ByFirewallMark(AddressFamily.IPV6, 8), destination)))
                .isEqualTo("06010000" + "14000180060001000a0000000800050008000000" + "60000280" + "06000b0002000000"
                        + "140001000a010004" + "00".repeat(12) + "0600020000500000" + "0800030002000000"
                        + "0800040001000000" + "0800050000000000" + "0800060000000000" + "05000d0001000000"
                        + "06000e0017c00000" + "06000f0002000000");
    }

    @Test
    void namesTheDestinationToDelete() {
        assertThat(encode(new Command.DeleteDestination(WEB, new DestinationKey(address("fd00::1"), 0))))
                .isEqualTo("07010000" + WEB_NAMED + "28000280" + "06000b000a000000" + "14000100"
                        + "fd000000000000000000000000000001" + "0600020000000000");
    }

    @Test
    void flushesAndSetsTimeouts() {
        assertThat(encode(new Command.Flush())).isEqualTo("11010000");
        assertThat(Wire.encode(
                        IpvsCommand.SET_CONFIG, message -> IpvsCodec.encode(new Timeouts(900, 120, 300), message)))
                .isEqualTo("0c010000" + "0800040084030000" + "0800050078000000" + "080006002c010000");
    }

    @Test
    void everyCommandHasItsNumber() {
        Destination destination =
                new Destination(new DestinationKey(address("10.1.0.1"), 80), new ForwardingMethod(0, 0, 0, 0), 1, 0, 0);
        Service service = new Service(WEB, "rr", 0, 0, 0, null);
        assertThat(List.of(
                        new Command.AddService(service),
                        new Command.EditService(service),
                        new Command.DeleteService(WEB),
                        new Command.AddDestination(WEB, destination),
                        new Command.EditDestination(WEB, destination),
                        new Command.DeleteDestination(WEB, destination.key()),
                        new Command.Flush()))
                .extracting(IpvsCodec::number)
                .containsExactly(1, 2, 3, 5, 6, 7, 17);
    }

    private static String encode(Command command) {
        return Wire.encode(IpvsCodec.number(command), message -> IpvsCodec.encode(command, message));
    }
}
