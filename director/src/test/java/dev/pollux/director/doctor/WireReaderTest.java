package dev.pollux.director.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.director.host.FactsBuilder;
import dev.pollux.director.host.HostReader;
import dev.pollux.director.host.NetworkFacts;
import dev.pollux.grammar.model.AddressFamily;
import dev.pollux.grammar.model.Configuration;
import dev.pollux.linux.socket.RawIpSocket;
import dev.pollux.linux.testing.NetworkNamespace;
import dev.pollux.vrrp.packet.Advert;
import dev.pollux.vrrp.packet.AdvertCodec;
import java.net.InetAddress;
import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WireReaderTest {

    private static final InetAddress VIP = FactsBuilder.ip("10.0.0.9");
    private static final Configuration CONFIGURATION = Patients.configuration("""
            vrrp_instance VI_1 {
                interface eth0
                virtual_router_id 51
                version 3
                advert_int 0.1
                virtual_ipaddress {
                    10.0.0.9/32
                }
                virtual_ipaddress_excluded {
                    fd00::9
                }
            }
            """);

    @Test
    void hearsWhoAnswersAndWhoSendsAdverts() {
        try (NetworkNamespace here = NetworkNamespace.open();
                NetworkNamespace there = NetworkNamespace.open()) {
            here.connect("eth0", there, "eth0");
            here.ip("address add 10.0.0.11/24 dev eth0");
            here.ip("address add fd00::11/64 dev eth0 nodad");
            there.ip("address add 10.0.0.21/24 dev eth0");
            there.ip("address add 10.0.0.9/32 dev lo");
            there.ip("address add fd00::9/64 dev eth0 nodad");
            String mac = mac(there);
            ScheduledExecutorService router = Executors.newSingleThreadScheduledExecutor();
            try (RawIpSocket socket = there.call(() -> RawIpSocket.open(StandardProtocolFamily.INET, 112))) {
                int index = there.interfaceIndex("eth0");
                var adverts =
                        router.scheduleAtFixedRate(() -> socket.send(advert(), index), 0, 100, TimeUnit.MILLISECONDS);

                WireFacts heard = here.call(WireReaderTest::listen);

                assertThat(adverts.isDone()).isFalse();
                assertThat(heard.failures()).isEmpty();
                assertThat(heard.owners(VIP)).hasToString("[" + mac + "]");
                assertThat(heard.owners(FactsBuilder.ip("fd00::9"))).hasToString("[" + mac + "]");
                assertThat(heard.adverts()).hasSize(1).first().satisfies(advert -> {
                    assertThat(advert.router())
                            .isEqualTo(
                                    new WireFacts.Router("eth0", AddressFamily.IPV4, 51, FactsBuilder.ip("10.0.0.21")));
                    assertThat(advert.priority()).isEqualTo(77);
                    assertThat(advert.addresses()).containsExactly(FactsBuilder.ip("10.0.0.4"));
                    assertThat(advert.count()).isGreaterThan(1);
                });

                there.command("sysctl -qw net.ipv4.conf.all.arp_ignore=1");
                assertThat(here.call(WireReaderTest::listen).owners(VIP)).isEmpty();
            } finally {
                router.shutdownNow();
            }
        }
    }

    @Test
    void asksNothingForNoTime() {
        NetworkFacts network = FactsBuilder.machine().facts().network();
        WireQuestions questions =
                WireQuestions.of(CONFIGURATION, new Case.Roles(true, List.of()), network, Duration.ZERO);
        assertThat(questions.probes()).hasSize(2);
        assertThat(WireReader.read(questions, network)).isEqualTo(WireFacts.SILENCE);
    }

    private static WireFacts listen() {
        NetworkFacts network = HostReader.read().network();
        return WireReader.read(
                WireQuestions.of(CONFIGURATION, new Case.Roles(true, List.of()), network, null), network);
    }

    private static String mac(NetworkNamespace namespace) {
        return namespace.ip("-oneline link show dev eth0").replaceAll("(?s).*link/ether (\\S+).*", "$1");
    }

    private static ByteBuffer advert() {
        Advert advert = new Advert(3, Advert.TYPE, 51, 77, 0, 10, List.of(FactsBuilder.ip("10.0.0.4")), 0);
        ByteBuffer packet = ByteBuffer.allocate(64);
        packet.put((byte) 0x45).put((byte) 0).putShort((short) 32).putInt(0);
        packet.put((byte) 255).put((byte) 112).putShort((short) 0);
        packet.put(FactsBuilder.ip("10.0.0.21").getAddress())
                .put(FactsBuilder.ip("224.0.0.18").getAddress());
        AdvertCodec.encode(advert, AddressFamily.IPV4, packet);
        return packet.flip();
    }
}
