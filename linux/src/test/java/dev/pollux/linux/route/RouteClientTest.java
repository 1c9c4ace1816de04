package dev.pollux.linux.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.pollux.linux.netlink.NetlinkAck;
import dev.pollux.linux.netlink.NetlinkException;
import dev.pollux.linux.syscall.Errno;
import dev.pollux.linux.testing.NetworkNamespace;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RouteClientTest {

    private NetworkNamespace namespace;
    private RouteClient client;
    private int index;

    @BeforeEach
    void open() {
        namespace = NetworkNamespace.open();
        namespace.connect("left0", namespace, "right0");
        client = namespace.call(RouteClient::open);
        index = namespace.interfaceIndex("left0");
    }

    @AfterEach
    void close() {
        client.close();
        namespace.close();
    }

    @Test
    void listsLinks() {
        List<Link> links = client.links();

        assertThat(links).extracting(Link::name).contains("lo", "left0", "right0");
        assertThat(link(links, "lo")).satisfies(lo -> {
            assertThat(lo.index()).isEqualTo(1);
            assertThat(lo.flags().loopback()).isTrue();
        });
        assertThat(link(links, "left0")).satisfies(left -> {
            assertThat(left.index()).isEqualTo(index);
            assertThat(left.mtu()).isEqualTo(1500);
            assertThat(left.usable()).isTrue();
            assertThat(left.flags().multicast()).isTrue();
            assertThat(left.flags().noArp()).isFalse();
            assertThat(namespace.ip("link show left0")).contains("link/ether " + left.hardwareAddress());
        });
    }

    @Test
    void addsAndDeletesAnAddress() {
        InterfaceAddress address = address("192.0.2.1", 24)
                .withBroadcast(inet("192.0.2.255"))
                .withLabel("left0:vip")
                .withScope(AddressScope.LINK);

        client.addAddress(address);
        assertThat(namespace.ip("address show dev left0"))
                .contains("inet 192.0.2.1/24 brd 192.0.2.255 scope link left0:vip");
        assertThat(client.addresses()).contains(address.withFlags(AddressFlags.PERMANENT));

        client.deleteAddress(address);
        assertThat(namespace.ip("address show dev left0")).doesNotContain("192.0.2.1");
    }

    @Test
    void addsAnIpv6AddressThatIsUsableAtOnce() {
        InterfaceAddress address = address("2001:db8::1", 64).withFlags(AddressFlags.NO_DAD);
        client.addAddress(address);

        assertThat(client.addresses()).anySatisfy(seen -> {
            assertThat(seen.address()).isEqualTo(address.address());
            assertThat(seen.hasFlag(AddressFlags.TENTATIVE)).isFalse();
            assertThat(seen.hasFlag(AddressFlags.NO_DAD)).isTrue();
        });
    }

    @Test
    void addsAnAddressWithAPeerAndWideFlags() {
        InterfaceAddress address =
                address("192.0.2.1", 32).withPeer(inet("192.0.2.2")).withFlags(AddressFlags.NO_PREFIX_ROUTE);
        client.addAddress(address);

        assertThat(namespace.ip("address show dev left0")).contains("192.0.2.1 peer 192.0.2.2/32", "noprefixroute");
        assertThat(client.addresses())
                .contains(address.withLabel("left0").withFlags(AddressFlags.NO_PREFIX_ROUTE | AddressFlags.PERMANENT));
    }

    @Test
    void addsAnAddressThatIsNotChosenAsSource() {
        InterfaceAddress address = address("2001:db8::7", 128).withFlags(AddressFlags.NO_DAD);
        client.addAddress(address.withPreferredLifetime(0));

        assertThat(namespace.ip("-6 address show dev left0")).contains("deprecated", "preferred_lft 0sec");
        assertThat(client.addresses())
                .filteredOn(seen -> seen.address().equals(address.address()))
                .extracting(InterfaceAddress::preferredLifetime)
                .containsExactly(0L);
    }

    @Test
    void tellsWhyTheKernelRefuses() {
        InterfaceAddress address = address("192.0.2.1", 24);
        client.addAddress(address);

        refused(client::addAddress, address, Errno.EEXIST);
        refused(client::deleteAddress, address("192.0.2.9", 24), Errno.EADDRNOTAVAIL);
        refused(client::addAddress, InterfaceAddress.of(9_999, inet("192.0.2.1"), 24), Errno.ENODEV);
    }

    @Test
    void theConnectionWorksAfterARefusal() {
        refused(client::deleteAddress, address("192.0.2.9", 24), Errno.EADDRNOTAVAIL);

        client.addAddress(address("192.0.2.1", 24));
        assertThat(client.addresses()).extracting(InterfaceAddress::address).contains(inet("192.0.2.1"));
    }

    @Test
    void addsThousandsAndTellsTheRefusedOne() {
        List<InterfaceAddress> many = IntStream.range(0, 2_000)
                .mapToObj(i -> address("10.1." + i / 250 + "." + (1 + i % 250), 32))
                .toList();
        client.addAddress(many.get(1_234));

        List<NetlinkAck> acks = client.add(many);

        assertThat(acks).hasSize(2_000);
        assertThat(acks.get(1_234).is(Errno.EEXIST)).isTrue();
        assertThat(acks.stream().filter(NetlinkAck::succeeded)).hasSize(1_999);
        assertThat(client.addresses())
                .extracting(InterfaceAddress::address)
                .contains(many.get(1_999).address());
        assertThat(client.delete(many)).allMatch(NetlinkAck::succeeded);
        assertThat(client.addresses())
                .extracting(InterfaceAddress::interfaceIndex, InterfaceAddress::scope)
                .doesNotContain(org.assertj.core.groups.Tuple.tuple(index, AddressScope.GLOBAL));
    }

    private void refused(Consumer<InterfaceAddress> command, InterfaceAddress address, Errno errno) {
        assertThatExceptionOfType(NetlinkException.class)
                .isThrownBy(() -> command.accept(address))
                .matches(e -> e.is(errno), errno.name())
                .withMessageContaining(errno.name());
    }

    private InterfaceAddress address(String text, int prefixLength) {
        return InterfaceAddress.of(index, inet(text), prefixLength);
    }

    private static Link link(List<Link> links, String name) {
        return links.stream()
                .filter(link -> link.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static InetAddress inet(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
