package dev.pollux.linux.syscall;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ErrnoTest {

    @Test
    void namesAndDescribesNumbers() {
        assertThat(Errno.of(98)).contains(Errno.EADDRINUSE);
        assertThat(Errno.describe(98)).isEqualTo("Address already in use (EADDRINUSE)");
        assertThat(Errno.of(11)).contains(Errno.EAGAIN);
    }

    @Test
    void unknownNumbersKeepTheirNumber() {
        assertThat(Errno.of(0)).isEmpty();
        assertThat(Errno.of(-1)).isEmpty();
        assertThat(Errno.of(250)).isEmpty();
        assertThat(Errno.describe(250)).isEqualTo("errno 250");
    }

    @Test
    void anExceptionNamesCallAndError() {
        SystemCallException exception = new SystemCallException("bind", Errno.EADDRINUSE.number());

        assertThat(exception).hasMessage("bind: Address already in use (EADDRINUSE)");
        assertThat(exception.is(Errno.EADDRINUSE)).isTrue();
        assertThat(exception.errno()).isEqualTo(98);
    }
}
