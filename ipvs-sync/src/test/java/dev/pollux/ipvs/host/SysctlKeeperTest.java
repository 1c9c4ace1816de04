package dev.pollux.ipvs.host;

import static dev.pollux.ipvs.fixture.VirtualServers.DR;
import static dev.pollux.ipvs.fixture.VirtualServers.forwarded;
import static dev.pollux.ipvs.fixture.VirtualServers.key;
import static dev.pollux.ipvs.fixture.VirtualServers.realServer;
import static dev.pollux.ipvs.fixture.VirtualServers.tcp;
import static dev.pollux.ipvs.fixture.VirtualServers.virtualServer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.grammar.model.Repair;
import dev.pollux.ipvs.fixture.LogLines;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SysctlKeeperTest {

    private static final String FORWARD = "net.ipv4.ip_forward";
    private static final List<Sysctl> NEEDED = List.of(new Sysctl(FORWARD, "1", "nothing is forwarded"));

    private final Map<String, String> kernel = new HashMap<>(Map.of(FORWARD, "0"));
    private final LogLines log = new LogLines();
    private final SysctlKeeper keeper = new SysctlKeeper(new SysctlTree() {
        @Override
        public String read(String name) throws IOException {
            String value = kernel.get(name);
            if (value == null) {
                throw new NoSuchFileException(name);
            }
            return value;
        }

        @Override
        public void write(String name, String value) {
            kernel.put(name, value);
        }
    });

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void aDifferenceIsToldOnceAndLeft() {
        keeper.configure(NEEDED, Repair.OBSERVE);
        keeper.keep();
        assertThat(log.take())
                .containsExactly("net.ipv4.ip_forward is 0: nothing is forwarded."
                        + " Set it with \"sysctl -w net.ipv4.ip_forward=1\", or write sysctl_repair on in global_defs");
        assertThat(keeper.differences()).isEqualTo(1);
        kernel.put(FORWARD, "1");
        keeper.keep();
        assertThat(keeper.differences()).isZero();
        kernel.put(FORWARD, "0");
        keeper.keep();
        assertThat(log.take()).hasSize(1);
    }

    @Test
    void whereItIsAllowedItIsSet() {
        keeper.configure(NEEDED, Repair.ON);
        assertThat(kernel).containsEntry(FORWARD, "1");
        assertThat(log.take()).containsExactly("Set net.ipv4.ip_forward=1 (it was 0): nothing is forwarded");
        assertThat(keeper.differences()).isZero();
    }

    @Test
    void offIsSilent() {
        keeper.configure(NEEDED, Repair.OFF);
        assertThat(log.take()).isEmpty();
        assertThat(keeper.differences()).isZero();
        assertThat(kernel).containsEntry(FORWARD, "0");
    }

    @Test
    void aSettingThatThisKernelLacksIsTold() {
        keeper.configure(List.of(new Sysctl("net.ipv4.vs.conntrack", "1", "SNAT needs it")), Repair.ON);
        assertThat(log.take()).singleElement().asString().contains("net.ipv4.vs.conntrack cannot be had as 1");
        assertThat(keeper.differences()).isEqualTo(1);
    }

    @Test
    void natNeedsForwardingInTheFamilyOfItsRealServers() {
        assertThat(NeededSysctls.of(
                        List.of(virtualServer(tcp("10.0.0.1", 80), forwarded(realServer(key("10.1.0.1", 80), 1), DR)))))
                .isEmpty();
        assertThat(NeededSysctls.of(List.of(
                        virtualServer(tcp("10.0.0.1", 80), realServer(key("10.1.0.1", 80), 1)),
                        virtualServer(tcp("fd00::1", 80), realServer(key("fd00:1::1", 80), 1)))))
                .extracting(Sysctl::toString)
                .containsExactly("net.ipv4.ip_forward=1", "net.ipv6.conf.all.forwarding=1");
    }
}
