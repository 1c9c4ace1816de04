package dev.pollux.linux.netlink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.pollux.linux.syscall.Errno;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Needs no privileges: what is asked is wrong or harmless. */
class NetlinkConnectionTest {

    private static final int RTM_NEWLINK = 16;
    private static final int RTM_GETLINK = 18;
    private static final int IFINFOMSG_SIZE = 16;
    private static final int IFLA_MTU = 4;
    private static final int IFLA_IFNAME = 3;

    private final NetlinkConnection connection = NetlinkConnection.open(NetlinkConnection.ROUTE);

    @AfterEach
    void close() {
        connection.close();
    }

    @Test
    void surfacesTheKernelsOwnWords() {
        NetlinkRequest badAttribute = new NetlinkRequest(
                RTM_NEWLINK, 0, message -> message.zeros(IFINFOMSG_SIZE).attribute8(IFLA_MTU, 1));

        NetlinkAck ack = connection.executeAll(List.of(badAttribute)).get(0);

        assertThat(ack.succeeded()).isFalse();
        assertThat(ack.text()).isNotBlank();
        assertThatExceptionOfType(NetlinkException.class)
                .isThrownBy(() -> connection.execute(badAttribute))
                .withMessageStartingWith("netlink: ")
                .withMessageContaining(ack.text());
    }

    @Test
    void ofABatchEachFailureBelongsToItsOwnRequest() {
        List<NetlinkRequest> requests = new ArrayList<>();
        List<Integer> expected = new ArrayList<>();
        for (int i = 0; i < 700; i++) {
            boolean fails = i % 256 == 255 || i % 7 == 3;
            requests.add(fails ? getLink("nosuchlink") : getLink("lo"));
            expected.add(fails ? Errno.ENODEV.number() : 0);
        }
        long before = connection.sends();

        List<NetlinkAck> acks = connection.executeAll(requests);

        assertThat(acks).extracting(NetlinkAck::errno).isEqualTo(expected);
        assertThat(connection.sends() - before).isEqualTo(3);
        assertThat(connection.executeAll(List.of(getLink("nosuchlink"))).get(0).is(Errno.ENODEV))
                .isTrue();
    }

    @Test
    void queriesOneThing() {
        Optional<Integer> index = connection.query(
                getLink("lo"), message -> Optional.of(message.skip(4).int32()));

        assertThat(index).contains(1);
    }

    @Test
    void tellsThatThereIsNoSuchThing() {
        assertThatExceptionOfType(NetlinkException.class)
                .isThrownBy(() -> connection.query(getLink("nosuchlink"), message -> Optional.of(1)))
                .matches(e -> e.is(Errno.ENODEV));
    }

    @Test
    void anUnreadableAnswerIsAnErrorAndTheNextOneIsNot() {
        assertThatExceptionOfType(NetlinkException.class)
                .isThrownBy(() -> connection.query(
                        getLink("lo"),
                        message -> Optional.of(message.skip(100_000).int8())))
                .matches(e -> e.is(Errno.EBADMSG));

        assertThat(connection.query(getLink("lo"), message -> Optional.of(message.type())))
                .contains(RTM_NEWLINK);
    }

    @Test
    void refusesARequestThatFitsNoDatagram() {
        NetlinkRequest huge = new NetlinkRequest(RTM_NEWLINK, 0, message -> message.zeros(40_000));

        assertThatIllegalArgumentException().isThrownBy(() -> connection.execute(huge));
        assertThat(connection.query(getLink("lo"), message -> Optional.of(1))).isPresent();
    }

    private static NetlinkRequest getLink(String name) {
        return new NetlinkRequest(
                RTM_GETLINK, 0, message -> message.zeros(IFINFOMSG_SIZE).attribute(IFLA_IFNAME, name));
    }
}
