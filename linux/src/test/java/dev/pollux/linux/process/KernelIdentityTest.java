package dev.pollux.linux.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.linux.testing.NetworkNamespace;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class KernelIdentityTest {

    @Test
    void knowsTheHostName() {
        assertThat(KernelIdentity.hostName()).isNotBlank().doesNotContain("\n");
    }

    @Test
    void knowsTheNamespaceOfTheCallingThread() throws Exception {
        long outside = KernelIdentity.networkNamespace();
        assertThat(Files.readSymbolicLink(Path.of("/proc/self/ns/net"))).hasToString("net:[" + outside + "]");
        try (NetworkNamespace namespace = NetworkNamespace.open()) {
            assertThat(namespace.call(KernelIdentity::networkNamespace)).isNotEqualTo(outside);
        }
    }
}
