package dev.pollux.linux.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pollux.linux.syscall.SystemCallException;
import dev.pollux.linux.testing.NetworkNamespace;
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
            } finally {
                ip("netns", "delete", name);
            }
        });
    }

    @Test
    void whatIsNotThereCannotBeEntered() {
        assertThatThrownBy(() -> NetworkNamespaces.enter("no-such-namespace"))
                .isInstanceOf(SystemCallException.class)
                .hasMessageContaining("ENOENT");
    }

    private static void ip(String... arguments) throws Exception {
        String[] command = new String[arguments.length + 1];
        command[0] = "ip";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }
}
