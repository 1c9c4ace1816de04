package dev.pollux.vrrp;

import dev.pollux.grammar.model.AddressFamily;
import dev.pollux.linux.event.DescriptorReader;
import dev.pollux.linux.event.EventLoops;
import dev.pollux.linux.event.Registration;
import dev.pollux.linux.socket.PacketSocket;
import dev.pollux.linux.testing.NetworkNamespace;
import dev.pollux.vrrp.packet.Advert;
import dev.pollux.vrrp.packet.AdvertCodec;
import dev.pollux.vrrp.packet.DecodedAdvert;
import dev.pollux.vrrp.packet.IpHeader;
import dev.pollux.vrrp.packet.IpPacket;
import dev.pollux.vrrp.packet.NeighbourAdvertisementCodec;
import io.netty.channel.IoEventLoop;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** What a packet socket at the other end of the cable sees: adverts and gratuitous ARPs in the order of their arrival. */
final class Wire implements AutoCloseable {

    private static final int ALL_PROTOCOLS = 3;
    private static final int ETHERNET_HEADER = 14;
    private static final byte ICMP6 = 58;
    private static final byte NEIGHBOUR_ADVERTISEMENT = (byte) 136;
    private static final InetAddress ALL_NODES = Instances.inet("ff02::1");

    private final IoEventLoop loop = EventLoops.create("wire");
    private final List<Object> seen = new CopyOnWriteArrayList<>();
    private final Set<String> macAddresses = ConcurrentHashMap.newKeySet();
    private final PacketSocket socket;
    private final Registration registration;

    /** An advert on the wire. */
    record SeenAdvert(InetAddress source, int timeToLive, Advert advert, boolean checksumGood) {}

    /** A gratuitous ARP on the wire. */
    record SeenArp(InetAddress announced) {}

    /** An unsolicited neighbour advertisement on the wire. */
    record SeenNeighbour(InetAddress announced) {}

    Wire(NetworkNamespace namespace) {
        socket = namespace.call(() -> PacketSocket.open(ALL_PROTOCOLS));
        registration = DescriptorReader.register(loop, socket.descriptor(), this::read);
    }

    List<Object> seen() {
        return seen;
    }

    List<SeenAdvert> adverts() {
        return seen.stream()
                .filter(SeenAdvert.class::isInstance)
                .map(SeenAdvert.class::cast)
                .toList();
    }

    List<SeenArp> arps() {
        return seen.stream()
                .filter(SeenArp.class::isInstance)
                .map(SeenArp.class::cast)
                .toList();
    }

    List<SeenNeighbour> neighbours() {
        return seen.stream()
                .filter(SeenNeighbour.class::isInstance)
                .map(SeenNeighbour.class::cast)
                .toList();
    }

    /** The Ethernet addresses that adverts and gratuitous ARPs came from. */
    Set<String> macAddresses() {
        return macAddresses;
    }

    private void read() {
        socket.receive(64, (frame, interfaceIndex, realtimeNanos) -> see(frame));
    }

    private void see(ByteBuffer frame) {
        int type = frame.getShort(12) & 0xffff;
        ByteBuffer content = frame.slice(ETHERNET_HEADER, frame.remaining() - ETHERNET_HEADER);
        if (type == 0x0806) {
            byte[] sender = new byte[4];
            byte[] target = new byte[4];
            content.get(14, sender).get(24, target);
            if (Arrays.equals(sender, target)) {
                seen.add(new SeenArp(address(sender)));
                macAddresses.add(sender(frame));
            }
        } else if (type == NeighbourAdvertisementCodec.ETHER_TYPE && content.get(6) == ICMP6) {
            seeNeighbour(content);
        } else if (type == 0x0800 || type == NeighbourAdvertisementCodec.ETHER_TYPE) {
            IpPacket packet = IpPacket.parse(content);
            if (packet != null && packet.protocol() == IpHeader.PROTOCOL_VRRP) {
                see(packet);
                macAddresses.add(sender(frame));
            }
        }
    }

    /** Only unsolicited ones, to all nodes. */
    private void seeNeighbour(ByteBuffer content) {
        IpPacket packet = IpPacket.parse(content);
        if (packet != null
                && content.get(40) == NEIGHBOUR_ADVERTISEMENT
                && packet.destination().equals(ALL_NODES)) {
            seen.add(new SeenNeighbour(packet.source()));
        }
    }

    private void see(IpPacket packet) {
        if (AdvertCodec.decode(packet.payload(), packet.family()) instanceof DecodedAdvert.Message message) {
            boolean none = message.advert().version() == 2 && packet.family() == AddressFamily.IPV4;
            long pseudoHeader =
                    none ? 0 : packet.pseudoHeaderSum(packet.payload().remaining());
            seen.add(new SeenAdvert(
                    packet.source(),
                    packet.timeToLive(),
                    message.advert(),
                    AdvertCodec.checksumGood(packet.payload(), pseudoHeader)));
        }
    }

    private static String sender(ByteBuffer frame) {
        byte[] address = new byte[6];
        frame.get(6, address);
        return HexFormat.ofDelimiter(":").formatHex(address);
    }

    private static InetAddress address(byte[] bytes) {
        return Instances.inet(
                (bytes[0] & 0xff) + "." + (bytes[1] & 0xff) + "." + (bytes[2] & 0xff) + "." + (bytes[3] & 0xff));
    }

    @Override
    public void close() {
        registration.close();
        socket.close();
        loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
    }
}
