package dev.pollux.director.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.linux.process.ProcessStatus;
import org.junit.jupiter.api.Test;

class PermissionsTest {

    private static final long NET_ADMIN = 1 << 12;
    private static final long NET_RAW = 1 << 13;

    @Test
    void bothForVrrp() {
        assertThat(Permissions.complaint(new ProcessStatus(0, NET_ADMIN | NET_RAW), true))
                .isEmpty();
        assertThat(Permissions.complaint(new ProcessStatus(1000, 0), true))
                .hasValueSatisfying(text -> assertThat(text).contains("CAP_NET_ADMIN", "CAP_NET_RAW", "as root"));
        assertThat(Permissions.complaint(new ProcessStatus(1000, NET_ADMIN), true))
                .hasValueSatisfying(
                        text -> assertThat(text).contains("CAP_NET_RAW").doesNotContain("CAP_NET_ADMIN"));
    }

    @Test
    void checksNeedNoPackets() {
        assertThat(Permissions.complaint(new ProcessStatus(1000, NET_ADMIN), false))
                .isEmpty();
        assertThat(Permissions.complaint(new ProcessStatus(1000, NET_RAW), false))
                .hasValueSatisfying(text -> assertThat(text).contains("CAP_NET_ADMIN (IPVS)"));
    }
}
