package dev.pollux.linux.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pollux.linux.syscall.SystemCallException;
import dev.pollux.linux.testing.NetworkNamespace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class NetworkNamespacesTest {

    @Test
    void anotherThreadEntersANamedOne() throws Exception {
        String name = "pollux-nn-" + ProcessHandle.current().pid();
        NetworkNamespace.runIn(() -> {
            ip("netns", "add", name);
            try {
                AtomicLong there = new AtomicLong();
                Thread thread = new Thread(() -> {
                    NetworkNamespaces.enter(name);
                    there.set(KernelIdentity.networkNamespace());
                });
                thread.start();
                thread.join();
                assertThat(there.get()).isEqualTo(NetworkNamespaces.inode(name));
                assertThat(KernelIdentity.networkNamespace()).isNotEqualTo(there.get());
                assertThat(NetworkNamespaces.exists(name)).isTrue();
            } finally {
                ip("netns", "delete", name);
            }
        });
    }

    @Test
    void whatIsNotThereCannotBeEntered() {
        assertThat(NetworkNamespaces.exists("no-such-namespace")).isFalse();
        assertThatThrownBy(() -> NetworkNamespaces.enter("no-such-namespace"))
                .isInstanceOf(SystemCallException.class)
                .hasMessageContaining("ENOENT");
        assertThat(NetworkNamespaces.exists("")).isEqualTo(Files.exists(Path.of("/proc/1/ns/net")));
    }

    private static void ip(String... arguments) throws Exception {
        String[] command = new String[arguments.length + 1];
        command[0] = "ip";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }
}
