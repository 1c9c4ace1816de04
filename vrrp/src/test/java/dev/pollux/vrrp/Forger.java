package dev.pollux.vrrp;

import static dev.pollux.vrrp.Instances.inet;

import dev.pollux.linux.socket.RawIpSocket;
import dev.pollux.linux.testing.NetworkNamespace;
import dev.pollux.vrrp.packet.Advert;
import dev.pollux.vrrp.packet.AdvertChecksum;
import dev.pollux.vrrp.packet.AdvertForm;
import dev.pollux.vrrp.packet.AdvertSeal;
import dev.pollux.vrrp.packet.AdvertTemplate;
import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import java.util.List;

/** Somebody at the right end of the cable who sends what he likes. */
final class Forger implements AutoCloseable {

    private static final byte[] GROUP = {(byte) 0xe0, 0, 0, 0x12};
    private static final int TIME_TO_LIVE = 255;

    private final RawIpSocket socket;
    private final int interfaceIndex;
    private final String source;

    Forger(Cable cable) {
        this(cable, "10.9.0.2");
    }

    Forger(Cable cable, String source) {
        NetworkNamespace namespace = cable.right();
        this.socket = namespace.call(() -> RawIpSocket.open(StandardProtocolFamily.INET, RawIpSocket.SEND_ONLY));
        this.interfaceIndex = namespace.interfaceIndex("eth0");
        this.source = source;
    }

    /** An advert that is in order, of VRID 51 with ten adverts a second. */
    void advertise(int priority) {
        Advert advert = new Advert(3, Advert.TYPE, 51, priority, 0, 10, List.of(inet("10.9.0.100")), 0);
        send(template(advert, TIME_TO_LIVE).patch(priority, GROUP));
    }

    ByteBuffer packet(Advert advert, int timeToLive) {
        return template(advert, timeToLive).patch(TIME_TO_LIVE, GROUP);
    }

    void send(ByteBuffer packet) {
        socket.send(packet, interfaceIndex);
    }

    private AdvertTemplate template(Advert advert, int timeToLive) {
        return new AdvertTemplate(
                new AdvertForm(advert, inet(source), timeToLive, AdvertChecksum.MESSAGE, AdvertSeal.NONE));
    }

    @Override
    public void close() {
        socket.close();
    }
}
