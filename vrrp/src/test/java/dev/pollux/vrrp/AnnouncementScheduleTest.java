package dev.pollux.vrrp;

import static dev.pollux.vrrp.machine.RouterState.NEVER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.grammar.model.GratuitousArpSettings;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AnnouncementScheduleTest {

    private static final long SECOND = 1_000_000_000L;
    private static final long NOW = 100 * SECOND;

    private static GratuitousArpSettings settings(int delay, int refresh, int lowerPriorityDelay) {
        return new GratuitousArpSettings(
                5,
                Duration.ofSeconds(delay),
                Duration.ofSeconds(refresh),
                2,
                3,
                Duration.ofSeconds(lowerPriorityDelay),
                Duration.ZERO,
                Duration.ZERO);
    }

    @Test
    void aSecondBatchAfterTheDelayAndNoMore() {
        GratuitousArpSettings settings = settings(5, 0, 5);
        AnnouncementSchedule schedule = AnnouncementSchedule.begin(NOW, settings);

        assertThat(schedule.deadline()).isEqualTo(NOW + 5 * SECOND);
        assertThat(schedule.dueRounds(NOW + 5 * SECOND, settings)).isEqualTo(5);
        assertThat(schedule.sent(NOW + 5 * SECOND, settings).deadline()).isEqualTo(NEVER);
    }

    @Test
    void noSecondBatchWithoutDelay() {
        assertThat(AnnouncementSchedule.begin(NOW, settings(0, 0, 5))).isEqualTo(AnnouncementSchedule.none());
    }

    @Test
    void refreshesForEver() {
        GratuitousArpSettings settings = settings(5, 60, 5);
        AnnouncementSchedule schedule =
                AnnouncementSchedule.begin(NOW, settings).sent(NOW + 5 * SECOND, settings);

        assertThat(schedule.deadline()).as("first at delay + refresh").isEqualTo(NOW + 65 * SECOND);
        assertThat(schedule.dueRounds(NOW + 65 * SECOND, settings)).isEqualTo(2);
        assertThat(schedule.sent(NOW + 65 * SECOND, settings).deadline()).isEqualTo(NOW + 125 * SECOND);
    }

    @Test
    void anotherBatchAfterALowerPriorityRouter() {
        GratuitousArpSettings settings = settings(0, 0, 4);
        AnnouncementSchedule schedule = AnnouncementSchedule.none().lowerPriorityHeard(NOW, settings);

        assertThat(schedule.deadline()).isEqualTo(NOW + 4 * SECOND);
        assertThat(schedule.dueRounds(NOW + 4 * SECOND, settings)).isEqualTo(3);
        assertThat(AnnouncementSchedule.none().lowerPriorityHeard(NOW, settings(0, 0, 0)))
                .isEqualTo(AnnouncementSchedule.none());
    }

    @Test
    void newAddressesOfAReloadKeepTheRefresh() {
        GratuitousArpSettings settings = settings(5, 60, 5);
        AnnouncementSchedule running = new AnnouncementSchedule(NEVER, NOW + 30 * SECOND, NEVER);

        assertThat(running.more(NOW, settings))
                .isEqualTo(new AnnouncementSchedule(NOW + 5 * SECOND, NOW + 30 * SECOND, NEVER));
    }
}
