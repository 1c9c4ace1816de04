package dev.pollux.director.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.director.host.ManagedInterface.NetworkManager;
import dev.pollux.linux.route.HardwareAddress;
import dev.pollux.linux.route.Link;
import dev.pollux.linux.route.LinkFlags;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManagerReaderTest {

    private static final Link ETH0 = new Link(2, "eth0", new LinkFlags(1), HardwareAddress.NONE, 1500);
    private static final Link ETH1 = new Link(3, "eth1", new LinkFlags(1), HardwareAddress.NONE, 1500);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path run;

    @Test
    void whatNetworkdHasConfigured() throws IOException {
        Path file = Files.writeString(run.resolve("10-lan.network"), "[Match]\nName=eth0\n");
        write("systemd/netif/links/2", "# private\nADMIN_STATE=configured\nNETWORK_FILE=" + file + "\n");
        write("systemd/netif/links/3", "ADMIN_STATE=unmanaged\n");

        assertThat(read(NetworkManager.SYSTEMD_NETWORKD))
                .containsExactly(new ManagedInterface("eth0", NetworkManager.SYSTEMD_NETWORKD, false, file.toString()));

        write("10-lan.network.d/pollux.conf", "[Network]\nKeepConfiguration=static\n");
        assertThat(read(NetworkManager.SYSTEMD_NETWORKD))
                .extracting(ManagedInterface::keepsAddresses)
                .containsExactly(true);
    }

    @Test
    void whatNetworkManagerManages() throws IOException {
        write("NetworkManager/devices/2", "[device]\nmanaged=false\n");
        write("NetworkManager/devices/3", "[device]\nmanaged=true\nconnection-uuid=0\n");
        assertThat(read(NetworkManager.NETWORK_MANAGER))
                .containsExactly(new ManagedInterface("eth1", NetworkManager.NETWORK_MANAGER, false, ""));
    }

    @Test
    void whoDoesNotRunManagesNothing() throws IOException {
        write("NetworkManager/devices/3", "[device]\nmanaged=true\n");
        assertThat(read(NetworkManager.SYSTEMD_NETWORKD)).isEmpty();
    }

    private List<ManagedInterface> read(NetworkManager running) {
        return new ManagerReader(run).read(List.of(ETH0, ETH1), Set.of(running));
    }

    private void write(String name, String text) throws IOException {
        Path file = run.resolve(name);
        Files.createDirectories(file.resolveSibling("."));
        Files.writeString(file, text);
    }
}
