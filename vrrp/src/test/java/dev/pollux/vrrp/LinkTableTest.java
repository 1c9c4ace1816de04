package dev.pollux.vrrp;

import static dev.pollux.vrrp.Instances.inet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.grammar.model.AddressFamily;
import dev.pollux.linux.route.AddressFlags;
import dev.pollux.linux.route.HardwareAddress;
import dev.pollux.linux.route.InterfaceAddress;
import dev.pollux.linux.route.Link;
import dev.pollux.linux.route.LinkFlags;
import dev.pollux.linux.route.RouteEvent;
import dev.pollux.vrrp.machine.LinkCondition;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LinkTableTest {

    private static final int UP_RUNNING = 0x41;
    private static final int UP_ONLY = 0x1;

    private static final AdvertChannel.Segment ETH0 = new AdvertChannel.Segment("eth0", AddressFamily.IPV4);
    private static final AdvertChannel.Segment ETH0_6 = new AdvertChannel.Segment("eth0", AddressFamily.IPV6);

    private final LinkTable table = new LinkTable();

    private static Link link(int index, String name, int flags) {
        return new Link(index, name, new LinkFlags(flags), HardwareAddress.NONE, 1500);
    }

    private static InterfaceAddress address(String text, int flags) {
        return InterfaceAddress.of(2, inet(text), 24).withFlags(flags);
    }

    @BeforeEach
    void load() {
        table.load(
                List.of(link(1, "lo", UP_RUNNING), link(2, "eth0", UP_RUNNING)),
                List.of(
                        address("192.0.2.9", AddressFlags.SECONDARY),
                        address("192.0.2.100", 0),
                        address("192.0.2.1", 0)));
    }

    @Test
    void conditions() {
        assertThat(table.condition("eth0")).isEqualTo(LinkCondition.UP);
        table.apply(new RouteEvent.LinkChanged(link(2, "eth0", UP_ONLY)));
        assertThat(table.condition("eth0")).as("no carrier").isEqualTo(LinkCondition.DOWN);
        table.apply(new RouteEvent.LinkRemoved(link(2, "eth0", 0)));
        assertThat(table.condition("eth0")).isEqualTo(LinkCondition.MISSING);
        assertThat(table.source(ETH0, Set.of())).isEmpty();
    }

    @Test
    void theSourceIsPrimaryAndNoVirtualAddress() {
        assertThat(table.source(ETH0, Set.of(inet("192.0.2.100")))).contains(inet("192.0.2.1"));
        assertThat(table.source(ETH0, Set.of())).contains(inet("192.0.2.100"));

        table.apply(new RouteEvent.AddressRemoved(address("192.0.2.1", 0)));
        assertThat(table.source(ETH0, Set.of(inet("192.0.2.100")))).contains(inet("192.0.2.9"));
    }

    @Test
    void overIpv6TheSourceIsLinkLocalAndSettled() {
        table.apply(new RouteEvent.AddressAdded(address("2001:db8::1", 0)));
        table.apply(new RouteEvent.AddressAdded(address("fe80::1", AddressFlags.TENTATIVE)));
        assertThat(table.source(ETH0_6, Set.of())).isEmpty();
        assertThat(table.sourcePending(ETH0_6)).isTrue();
        assertThat(table.sourcePending(ETH0)).isFalse();

        table.apply(new RouteEvent.AddressAdded(address("fe80::1", 0)));
        assertThat(table.source(ETH0_6, Set.of())).contains(inet("fe80::1"));
        assertThat(table.source(ETH0_6, Set.of(inet("fe80::1")))).isEmpty();
        assertThat(table.sourcePending(ETH0_6)).isFalse();

        table.apply(new RouteEvent.AddressAdded(address("fe80::1", AddressFlags.TENTATIVE | AddressFlags.DAD_FAILED)));
        assertThat(table.source(ETH0_6, Set.of())).isEmpty();
        assertThat(table.sourcePending(ETH0_6)).as("somebody else has it").isFalse();
    }

    @Test
    void knowsWhatTheMachineHas() {
        assertThat(table.has(inet("192.0.2.9"))).isTrue();
        assertThat(table.has(inet("192.0.2.10"))).isFalse();
    }

    @Test
    void aRenamedInterfaceKeepsItsAddresses() {
        table.apply(new RouteEvent.LinkChanged(link(2, "wan", UP_RUNNING)));

        assertThat(table.link("eth0")).isNull();
        assertThat(table.source(new AdvertChannel.Segment("wan", AddressFamily.IPV4), Set.of()))
                .contains(inet("192.0.2.100"));
    }

    @Test
    void repeatedNotificationsChangeNothing() {
        table.apply(new RouteEvent.AddressAdded(address("192.0.2.100", 0)));
        table.apply(new RouteEvent.AddressRemoved(address("192.0.2.100", 0)));

        assertThat(table.source(ETH0, Set.of())).contains(inet("192.0.2.1"));
    }
}
