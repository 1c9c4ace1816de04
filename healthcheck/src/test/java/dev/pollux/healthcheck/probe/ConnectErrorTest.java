package dev.pollux.healthcheck.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.healthcheck.probe.ConnectError.Blame;
import io.netty.channel.unix.Errors;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.channels.ClosedChannelException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Netty makes of system errors, and what is made of that. */
class ConnectErrorTest {

    @ParameterizedTest(name = "{0} failed with {1}: {2}")
    @CsvSource(textBlock = """
            connect,       111, SERVER,  Connection refused
            connect,       104, SERVER,  Connection reset by peer
            connect,       103, SERVER,  Software caused connection abort
            connect,       110, SERVER,  Connection timed out
            connect,       112, SERVER,  Host is down
            connect,       100, SERVER,  Network is down
            connect,       101, NETWORK, No route to host
            connect,       113, NETWORK, No route to host
            # the machine's own refusals: no free port, a firewall rule, a prohibiting or black-hole route
            connect,        99, LOCAL,   Cannot assign requested address
            connect,         1, LOCAL,   Operation not permitted
            connect,        13, LOCAL,   Permission denied
            connect,        22, LOCAL,   Invalid argument
            # what comes back later came from the network
            finishConnect, 111, SERVER,  Connection refused
            finishConnect,  71, SERVER,  Protocol error
            finishConnect, 113, NETWORK, No route to host
            """)
    void connect(String call, int errno, Blame blame, String words) {
        assertThat(ConnectError.ofConnect(failure(call, errno))).isEqualTo(new ConnectError(blame, words));
    }

    private static Throwable failure(String call, int errno) {
        try {
            Errors.handleConnectErrno(call, -errno);
        } catch (IOException e) {
            return e;
        }
        throw new AssertionError("no failure");
    }

    @Test
    void wordsOfTheSystemAreFoundInAnyError() {
        assertThat(ConnectError.words(new Errors.NativeIoException("bind", -98)))
                .isEqualTo("Address already in use");
        assertThat(ConnectError.words(new IOException("setsockopt() failed: No such device")))
                .isEqualTo("No such device");
        assertThat(ConnectError.words(new IOException("other"))).isEqualTo("other");
        assertThat(ConnectError.words(new ClosedChannelException())).isEqualTo("ClosedChannelException");
        assertThat(ConnectError.words(new ConnectException("x".repeat(5000)))).hasSizeLessThan(110);
    }
}
