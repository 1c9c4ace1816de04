package dev.pollux.vrrp.machine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RouterNoticeTest {

    /** Somebody who sends nothing else would fill the log: one line a packet. */
    @Test
    void aFloodOfPriorityZeroIsOneLine() {
        assertThat(RouterNotice.backupHeardZero().repeats()).isTrue();
        assertThat(RouterNotice.masterHeardZero().repeats()).isTrue();
    }
}
