package dev.pollux.linux.generic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.linux.netlink.NetlinkConnection;
import org.junit.jupiter.api.Test;

class GenericNetlinkTest {

    @Test
    void findsTheControllerItself() {
        try (NetlinkConnection connection = NetlinkConnection.open(NetlinkConnection.GENERIC)) {
            assertThat(GenericNetlink.resolve(connection, "nlctrl")).contains(new Family(16, 2));
        }
    }

    @Test
    void anUnknownFamilyIsEmpty() {
        try (NetlinkConnection connection = NetlinkConnection.open(NetlinkConnection.GENERIC)) {
            assertThat(GenericNetlink.resolve(connection, "NO_SUCH")).isEmpty();
        }
    }
}
