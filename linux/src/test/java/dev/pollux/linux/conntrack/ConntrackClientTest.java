package dev.pollux.linux.conntrack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pollux.linux.netlink.NetlinkReader;
import dev.pollux.linux.netlink.NetlinkWriter;
import dev.pollux.linux.nftables.Nftables;
import dev.pollux.linux.testing.NetworkNamespace;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConntrackClientTest {

    /** From 10.0.0.100:40000 to 192.0.2.10:80; 172.16.0.11:8080 answers to 172.16.0.50:40000 by TCP; status 0x19e: seen both ways, assured, source translated. */
    private static final String MESSAGE = """
            94000000 0101 0200 01000000 00000000 02000000
            3400 0180
              1400 0180  0800 0100 0a000064  0800 0200 c000020a
              1c00 0280  0500 0100 06000000  0600 0200 9c400000  0600 0300 00500000
            3400 0280
              1400 0180  0800 0100 ac10000b  0800 0200 ac100032
              1c00 0280  0500 0100 06000000  0600 0200 1f900000  0600 0300 9c400000
            0800 0300 0000019e
            0800 0700 00000064
            0800 0b00 00000001
            """;

    @Test
    void decodesATranslatedConnection() {
        assertThat(decode(MESSAGE))
                .hasValue(new TranslatedConnection(
                        6, address("192.0.2.10"), 80, address("172.16.0.11"), 8080, address("172.16.0.50")));
    }

    @Test
    void passesOverOthers() {
        assertThat(decode(MESSAGE.replace("0000019e", "0000018e"))).isEmpty();
    }

    @Test
    void asksForTranslatedConnections() {
        ByteBuffer buffer = ByteBuffer.allocate(256);
        new NetlinkWriter(buffer).message(ConntrackCodec.dumpTranslated(), 1);
        buffer.flip();
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        assertThat(HexFormat.of().formatHex(bytes))
                .isEqualTo("24000000010100000100000000000000" + "00000000" + "0800030000000010" + "08001a0000000010");
    }

    @Test
    void readsTheKernelsTable() {
        assumeTrue(Files.exists(Path.of("/usr/sbin/nft")), "SKIPPED: needs the nft program of the package nftables");
        NetworkNamespace.runIn(() -> {
            for (String address : new String[] {"192.0.2.1", "192.0.2.2", "192.0.2.3"}) {
                new ProcessBuilder("ip", "address", "add", address, "dev", "lo")
                        .start()
                        .waitFor();
            }
            Nftables.system()
                    .apply("table ip t { chain c { type nat hook postrouting priority 100; ip daddr 192.0.2.2 snat to"
                            + " 192.0.2.3; }; }");
            try (DatagramSocket socket = new DatagramSocket(0, address("192.0.2.1"));
                    ConntrackClient client = ConntrackClient.open()) {
                socket.send(new DatagramPacket(new byte[1], 1, address("192.0.2.2"), 9));

                assertThat(client.translated())
                        .containsExactly(new TranslatedConnection(
                                17, address("192.0.2.2"), 9, address("192.0.2.2"), 9, address("192.0.2.3")));
                assertThat(ConntrackClient.count()).isPositive();
            }
        });
    }

    private static Optional<TranslatedConnection> decode(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex.replaceAll("\\s", ""));
        NetlinkReader reader = new NetlinkReader(ByteBuffer.wrap(bytes));
        assertThat(reader.next()).isTrue();
        Optional<TranslatedConnection> decoded = ConntrackCodec.decode(reader);
        assertThat(reader.error()).isEmpty();
        return decoded;
    }

    private static InetAddress address(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }
}
