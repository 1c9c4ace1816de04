package dev.pollux.linux.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class NetworkNamespaceTest {

    @Test
    void holdsOnlyItsOwnInterfaces() {
        try (NetworkNamespace left = NetworkNamespace.open();
                NetworkNamespace right = NetworkNamespace.open()) {
            left.connect("left0", right, "right0");

            assertThat(left.ip("-oneline link"))
                    .contains("left0")
                    .contains("lo:")
                    .doesNotContain("right0:");
            assertThat(right.ip("-oneline link")).contains("right0").doesNotContain("left0:");
            assertThat(left.interfaceIndex("lo")).isEqualTo(1);
        }
    }

    @Test
    void whatTheBodyThrowsReachesTheTest() {
        assertThatThrownBy(() -> NetworkNamespace.runIn(() -> {
                    throw new java.io.IOException("from inside");
                }))
                .hasRootCauseMessage("from inside");
    }
}
