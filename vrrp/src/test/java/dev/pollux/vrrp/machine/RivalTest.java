package dev.pollux.vrrp.machine;

import static dev.pollux.vrrp.machine.Routers.LOWER;
import static dev.pollux.vrrp.machine.Routers.MILLISECOND;
import static dev.pollux.vrrp.machine.Routers.OURS;
import static dev.pollux.vrrp.machine.Routers.SECOND;
import static dev.pollux.vrrp.machine.Routers.version2;
import static dev.pollux.vrrp.machine.Routers.version3;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RivalTest {

    private static final long NOW = 1000 * SECOND;

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "another master,            100, 192.0.2.9,  1000, true",
        "of higher address,         100, 192.0.2.11, 1000, true",
        "the one before us,         100, 192.0.2.9,   999, false",
        "says that it leaves,         0, 192.0.2.9,  5000, false",
        "our own address,           100, 192.0.2.10, 5000, false"
    })
    void isAnotherMasterHeardAfterTheTakeover(
            String what, int priority, String sender, long millisAfter, boolean expected) {
        InetAddress address = Routers.address(sender);
        assertThat(Rival.isRival(
                        Routers.advert(NOW + millisAfter * MILLISECOND, priority, address, SECOND), NOW, version2(150)))
                .as(what)
                .isEqualTo(expected);
    }

    @Test
    void isSilentAfterItsDownInterval() {
        RouterParameters parameters = version3(128, SECOND);
        Rival rival = Rival.first(Routers.advert(NOW, 100, LOWER, 2 * SECOND), parameters);
        assertThat(rival.silentAt()).isEqualTo(NOW + 7 * SECOND);
        Rival later = rival.again(Routers.advert(NOW + SECOND, 90, OURS, SECOND), parameters);
        assertThat(later)
                .isEqualTo(
                        new Rival(OURS, 90, NOW, NOW + SECOND, NOW + SECOND + 3_500_000_000L, rival.patienceUntil()));
        assertThat(later.duration()).isEqualTo(SECOND);
    }

    @ParameterizedTest(name = "{0} ms after the first advert of a router of priority {1}, ours {2}: {3}")
    @CsvSource({
        "0, 255, 255, false",
        "4399, 255, 255, false",
        "4400, 255, 255, true",
        "9000, 254, 255, false",
        "9000, 255, 254, false"
    })
    void anOwnerWaitsForTwoOwnAdvertsAndSomeMore(long millis, int theirs, int ours, boolean expected) {
        RouterParameters parameters = version2(ours);
        Rival first = Rival.first(Routers.advert(NOW, theirs, LOWER, 2 * SECOND), parameters);
        Rival rival = first.again(Routers.advert(NOW + millis * MILLISECOND, theirs, LOWER, 2 * SECOND), parameters);
        assertThat(rival.outlastsOwner(parameters)).isEqualTo(expected);
    }
}
