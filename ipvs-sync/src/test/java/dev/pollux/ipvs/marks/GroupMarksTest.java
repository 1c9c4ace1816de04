package dev.pollux.ipvs.marks;

import static dev.pollux.ipvs.fixture.Groups.group;
import static dev.pollux.ipvs.fixture.Groups.marked;
import static dev.pollux.ipvs.fixture.Groups.translated;
import static dev.pollux.ipvs.fixture.Groups.udp;
import static dev.pollux.ipvs.fixture.VirtualServers.configuration;
import static dev.pollux.ipvs.fixture.VirtualServers.key;
import static dev.pollux.ipvs.fixture.VirtualServers.realServer;
import static dev.pollux.ipvs.fixture.VirtualServers.tcp;
import static dev.pollux.ipvs.fixture.VirtualServers.virtualServer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.grammar.model.AddressFamily;
import dev.pollux.grammar.model.MarkSettings;
import dev.pollux.grammar.model.ServiceKey;
import dev.pollux.grammar.model.VirtualServer;
import org.junit.jupiter.api.Test;

class GroupMarksTest {

    private static final VirtualServer WEB = group("web", tcp("192.0.2.1", 80), tcp("192.0.2.2", 443));
    private static final VirtualServer WEB_UDP = group("web", 1, udp("192.0.2.1", 80), udp("192.0.2.2", 443));
    private static final VirtualServer MAIL = group("mail", tcp("192.0.2.3", 25));
    private static final VirtualServer NEWS = group("news", tcp("192.0.2.4", 119));

    @Test
    void aGroupHasOneServiceForEachProtocol() {
        GroupMarks marks = GroupMarks.none().next(marked(WEB, WEB_UDP, MAIL));

        assertThat(marks).hasToString("[web] tcp 1000, [web] udp 1001, [mail] tcp 1002");
        assertThat(marks.services(WEB)).containsExactly(mark(1000));
        assertThat(marks.services(WEB_UDP)).containsExactly(mark(1001));
        assertThat(marks.addresses(marked(WEB, MAIL).virtualServers()))
                .containsEntry(tcp("192.0.2.1", 80), 1000L)
                .containsEntry(tcp("192.0.2.2", 443), 1000L)
                .containsEntry(tcp("192.0.2.3", 25), 1002L)
                .hasSize(3);
    }

    @Test
    void twoVirtualServersOfAGroupAndProtocolShareTheService() {
        VirtualServer second = group("web", 1, tcp("192.0.2.1", 80));
        GroupMarks marks = GroupMarks.none().next(marked(WEB, second));

        assertThat(marks.services(second)).containsExactly(mark(1000));
        assertThat(marks).hasToString("[web] tcp 1000");
    }

    @Test
    void bothFamiliesHaveTheSameMark() {
        VirtualServer both = group("both", tcp("192.0.2.1", 80), tcp("2001:db8::1", 80));

        assertThat(GroupMarks.none().next(marked(both)).services(both))
                .containsExactly(mark(1000), new ServiceKey.ByFirewallMark(AddressFamily.IPV6, 1000));
    }

    @Test
    void aGroupThatStaysKeepsItsMark() {
        GroupMarks first = GroupMarks.none().next(marked(WEB, MAIL));
        GroupMarks second = first.next(marked(NEWS, MAIL, WEB_UDP));

        assertThat(second.services(MAIL)).containsExactly(mark(1001));
        assertThat(second.services(NEWS)).containsExactly(mark(1002));
        assertThat(second.services(WEB_UDP)).containsExactly(mark(1003));
        assertThat(first.next(marked(MAIL, WEB))).isEqualTo(first);
    }

    /** What Debian's keepalived 2.2.7 did with these files, one reload after the other. */
    @Test
    void aMarkThatIsGivenUpIsNotGivenAwayAgainAsWithKeepalived() {
        GroupMarks marks = GroupMarks.none().next(marked(WEB, MAIL, NEWS)).next(marked(WEB, MAIL));
        marks = marks.next(marked(WEB, MAIL, WEB_UDP));
        assertThat(marks).hasToString("[web] tcp 1000, [mail] tcp 1001, [web] udp 1003");

        marks = marks.next(marked(MAIL, WEB_UDP)).next(marked(WEB, MAIL, WEB_UDP));
        assertThat(marks).hasToString("[mail] tcp 1001, [web] udp 1003, [web] tcp 1004");
    }

    @Test
    void marksOfTheFileAreNotGivenAway() {
        VirtualServer written = virtualServer(mark(1000), realServer(key("10.1.0.1", 80), 1));
        GroupMarks running = GroupMarks.none().next(marked(WEB));

        assertThat(running.services(WEB)).containsExactly(mark(1000));
        assertThat(running.next(marked(WEB, written)).services(WEB)).containsExactly(mark(1001));
        VirtualServer mixed = group("mixed", mark(1000), tcp("192.0.2.1", 80));
        assertThat(GroupMarks.none().next(marked(mixed)).services(mixed)).containsExactly(mark(1000), mark(1001));
    }

    @Test
    void theFirstMarkIsSettled() {
        MarkSettings last = new MarkSettings("t", 0, 0xFFFFFFFFL);
        GroupMarks marks = GroupMarks.none().next(marked(WEB)).next(marked(last, WEB, MAIL));

        assertThat(marks.services(WEB)).containsExactly(mark(0xFFFFFFFFL));
        assertThat(marks.services(MAIL)).isEqualTo(MAIL.services());
    }

    @Test
    void anotherFirstMarkGivesAllNewOnes() {
        GroupMarks marks = GroupMarks.none().next(marked(WEB, MAIL)).next(marked(MAIL));
        assertThat(marks).hasToString("[mail] tcp 1001");

        MarkSettings lower = new MarkSettings("t", 0, 500);
        assertThat(marks.next(marked(lower, MAIL))).hasToString("[mail] tcp 500");
    }

    @Test
    void whatIsNoGroupOrIsTranslatedStaysByAddress() {
        VirtualServer single = virtualServer(tcp("192.0.2.9", 80), realServer(key("10.1.0.1", 80), 1));
        VirtualServer translated = translated("far", tcp("192.0.2.8", 80));
        GroupMarks marks = GroupMarks.none().next(marked(single, translated));

        assertThat(marks.isEmpty()).isTrue();
        assertThat(marks.services(single)).isEqualTo(single.services());
        assertThat(marks.services(translated)).isEqualTo(translated.services());
    }

    @Test
    void withoutTheKeywordThereIsNone() {
        GroupMarks marks = GroupMarks.none().next(marked(WEB)).next(configuration(WEB));

        assertThat(marks.isEmpty()).isTrue();
        assertThat(marks.services(WEB)).isEqualTo(WEB.services());
    }

    private static ServiceKey mark(long mark) {
        return new ServiceKey.ByFirewallMark(AddressFamily.IPV4, mark);
    }
}
