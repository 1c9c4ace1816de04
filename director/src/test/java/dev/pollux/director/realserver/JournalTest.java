package dev.pollux.director.realserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.pollux.director.cli.RealServerCommand;
import dev.pollux.director.cli.RealServerNeeds;
import dev.pollux.director.realserver.Journal.Change;
import java.util.List;
import org.junit.jupiter.api.Test;

class JournalTest {

    private static final Change IGNORE =
            new Change("sysctl -qw net.ipv4.conf.all.arp_ignore=1", "sysctl -qw net.ipv4.conf.all.arp_ignore=0");
    private static final Change FIRST =
            new Change("ip address replace 192.0.2.1/32 dev lo", "ip address del 192.0.2.1/32 dev lo");
    private static final Change SECOND =
            new Change("ip address replace 192.0.2.2/32 dev lo", "ip address del 192.0.2.2/32 dev lo");
    private static final Journal BOTH = Journal.EMPTY
            .with(needs("dr --vip 192.0.2.1 --vip 192.0.2.2"))
            .with(IGNORE)
            .with(FIRST)
            .with(SECOND);

    @Test
    void nothingIsNeedlessWhileAllIsInForce() {
        assertThat(BOTH.needless()).isEmpty();
    }

    @Test
    void oneAddressGoesAndWhatTheOtherNeedsStays() {
        assertThat(BOTH.without(needs("dr --vip 192.0.2.1")).needless()).containsExactly(FIRST);
    }

    @Test
    void allOfAModeGoesTheLastChangeFirst() {
        RealServerNeeds all = new RealServerNeeds(
                needs("dr --vip 192.0.2.1").mode(), List.of(), RealServerNeeds.Tunnel.IPIP, null, List.of());
        assertThat(BOTH.without(all).needless()).containsExactly(SECOND, FIRST, IGNORE);
    }

    @Test
    void anotherModeKeepsWhatItShares() {
        Journal journal = BOTH.with(needs("tun --vip 192.0.2.9"));
        assertThat(journal.without(needs("dr --vip 192.0.2.1,192.0.2.2")).needless())
                .containsExactly(SECOND, FIRST);
    }

    @Test
    void theFirstFormerValueCounts() {
        assertThat(BOTH.with(new Change(IGNORE.done(), "sysctl -qw net.ipv4.conf.all.arp_ignore=2")))
                .isEqualTo(BOTH);
    }

    @Test
    void isReadAsItWasWritten() {
        Journal journal = BOTH.with(needs("nat --gateway 10.0.0.1"))
                .with(needs("fullnat --local-address 10.0.0.8 --via 10.0.0.9"))
                .with(needs("tun --vip 2001:db8::1 --tunnel gue --port 7"))
                .with(new Change("modprobe ipip", ""));
        assertThat(Journal.parse(journal.lines())).isEqualTo(journal);
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> Journal.parse(List.of("x")));
    }

    private static RealServerNeeds needs(String words) {
        return RealServerCommand.needs(List.of(words.split(" ")));
    }
}
