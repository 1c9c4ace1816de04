package dev.pollux.vrrp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ReminderTest {

    @Test
    void remindsEverMoreRarelyButAtLeastEveryHour() {
        Reminder reminder = new Reminder();
        reminder.begin(0);
        List<Long> minutes = new ArrayList<>();
        for (long second = 0; second < TimeUnit.HOURS.toSeconds(5); second++) {
            if (reminder.isDue(TimeUnit.SECONDS.toNanos(second))) {
                minutes.add(second / 60);
            }
        }
        assertThat(minutes).containsExactly(1L, 3L, 7L, 15L, 31L, 63L, 123L, 183L, 243L);
        assertThat(reminder.lasted(TimeUnit.SECONDS.toNanos(7))).isEqualTo(7.0);
    }
}
