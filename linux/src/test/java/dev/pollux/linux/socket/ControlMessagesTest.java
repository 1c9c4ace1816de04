package dev.pollux.linux.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class ControlMessagesTest {

    private final ByteBuffer control = ByteBuffer.allocate(128).order(ByteOrder.nativeOrder());

    @Test
    void findsBothAmongOthers() {
        message(1, 99, 5);
        message(1, 35, 16);
        control.putLong(control.position() - 16, 1_700_000_000L).putLong(control.position() - 8, 123L);
        message(0, 8, 12);
        control.putInt(control.position() - 16, 42);
        control.flip();

        assertThat(ControlMessages.realtimeNanos(control)).isEqualTo(1_700_000_000_000_000_123L);
        assertThat(ControlMessages.interfaceIndex(control)).isEqualTo(42);
    }

    @Test
    void saysZeroWhereThereIsNothing() {
        control.flip();
        assertThat(ControlMessages.realtimeNanos(control)).isZero();
        assertThat(ControlMessages.interfaceIndex(control)).isZero();
    }

    @RepeatedTest(100)
    void neitherThrowsNorLoopsOnNoise(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        random.nextBytes(control.array());
        control.putLong(0, random.nextInt(40)).limit(random.nextInt(128));

        assertThatCode(() -> {
                    ControlMessages.realtimeNanos(control);
                    ControlMessages.interfaceIndex(control);
                })
                .doesNotThrowAnyException();
    }

    /** Appends a message of zeros, with its padding. */
    private void message(int level, int type, int length) {
        control.putLong(16 + length).putInt(level).putInt(type);
        control.position(control.position() + (length + 7) / 8 * 8);
    }
}
