package dev.pollux.linux.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.pollux.linux.netlink.NetlinkException;
import dev.pollux.linux.syscall.Errno;
import dev.pollux.linux.testing.NetworkNamespace;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Interfaces made on others, as {@code ip} shows them. */
class VirtualLinkTest {

    private static final HardwareAddress MAC = HardwareAddress.of(HexFormat.of().parseHex("00005e000133"));

    @Test
    void aMacvlanComesUpWithoutAddressesAndGoes() {
        try (NetworkNamespace namespace = NetworkNamespace.open()) {
            namespace.connect("left0", namespace, "right0");
            RouteClient client = namespace.call(RouteClient::open);
            int parent = namespace.interfaceIndex("left0");
            VirtualLink wanted =
                    new VirtualLink("vrrp.51", VirtualLink.Kind.MACVLAN, parent, MAC, VirtualLink.MACVLAN_PRIVATE);

            client.createLink(wanted);
            Link made = link(client, "vrrp.51");
            client.noOwnIpv6Address(made.index());
            client.setUp(made.index());

            assertThat(made.kind()).isEqualTo("macvlan");
            assertThat(made.parent()).isEqualTo(parent);
            assertThat(made.hardwareAddress()).isEqualTo(MAC);
            assertThat(namespace.ip("-d link show vrrp.51"))
                    .contains("vrrp.51@left0", "link/ether 00:00:5e:00:01:33", "macvlan mode private", "UP");
            assertThat(namespace.ip("address show vrrp.51")).doesNotContain("inet");
            assertThatExceptionOfType(NetlinkException.class)
                    .isThrownBy(() -> client.createLink(wanted))
                    .matches(e -> e.is(Errno.EEXIST));

            client.deleteLink(made.index());
            assertThat(client.links()).extracting(Link::name).doesNotContain("vrrp.51");
            client.close();
        }
    }

    private static Link link(RouteClient client, String name) {
        return client.links().stream()
                .filter(link -> link.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
