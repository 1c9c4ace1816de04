package dev.pollux.director.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNumberTest {

    @ParameterizedTest
    @CsvSource({
        "5, 5",
        "' \t7', 7",
        "-12, -12",
        "+3, 3",
        "0x1F, 31",
        "010, 8",
        "12abc, 12",
        "abc, 0",
        "'', 0",
        "0x, 0",
        "08, 0",
        "2147483647, 2147483647",
        "-2147483648, -2147483648"
    })
    void isReadAsByStrtol(String text, long value) {
        assertThat(FileNumber.parse(text + "\n")).hasValue(value);
    }

    @ParameterizedTest
    @CsvSource({"2147483648", "99999999999999999999999999", "-2147483649", "0xFFFFFFFF"})
    void whatDoesNotFitIsNoNumber(String text) {
        assertThat(FileNumber.parse(text)).isEmpty();
    }

    @Test
    void nothingThrows() {
        Random random = new Random(5);
        for (int i = 0; i < 10_000; i++) {
            byte[] bytes = new byte[random.nextInt(20)];
            random.nextBytes(bytes);
            assertThat(FileNumber.parse(new String(bytes, StandardCharsets.ISO_8859_1)))
                    .isNotNull();
        }
    }
}
