package dev.pollux.director.track;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code +} is a success, {@code -} a failure; {@code U} and {@code D} what is thought after each. */
class ScriptHealthTest {

    @ParameterizedTest(name = "rise {0} fall {1}: {2} gives {3}")
    @CsvSource({
        "1, 1, +-+, UDU",
        "2, 1, +-++-, UDDUD",
        "1, 3, +---+, UUUDU",
        "2, 2, --+++-+--, DDDUUUUUD",
        "3, 2, -++-+++, DDDDDDU",
        "1, 1, -, D",
    })
    void theFirstResultDecidesAndThenSoManyInARow(int rise, int fall, String results, String thoughts) {
        assertThat(play(ScriptHealth.initial(rise, fall, false), results)).isEqualTo(thoughts);
    }

    @Test
    void initiallyFailedItMustRise() {
        ScriptHealth health = ScriptHealth.initial(2, 1, true);
        assertThat(health.known()).isTrue();
        assertThat(health.well()).isFalse();
        assertThat(play(health, "++")).isEqualTo("DU");
    }

    @Test
    void otherNumbersLeaveItAsItIs() {
        assertThat(ScriptHealth.initial(1, 1, false).under(2, 2).known()).isFalse();
        assertThat(ScriptHealth.initial(1, 1, false).after(true).under(3, 3).well())
                .isTrue();
        assertThat(play(ScriptHealth.initial(1, 1, false).after(true).under(3, 3), "--"))
                .isEqualTo("UU");
        assertThat(ScriptHealth.initial(1, 1, false).after(false).under(3, 3).well())
                .isFalse();
    }

    private static String play(ScriptHealth initial, String results) {
        StringBuilder thoughts = new StringBuilder();
        ScriptHealth health = initial;
        for (int i = 0; i < results.length(); i++) {
            health = health.after(results.charAt(i) == '+');
            thoughts.append(health.well() ? 'U' : 'D');
        }
        return thoughts.toString();
    }
}
