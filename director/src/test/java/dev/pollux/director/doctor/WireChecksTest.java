package dev.pollux.director.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.director.doctor.WireFacts.Answer;
import dev.pollux.director.doctor.WireFacts.HeardAdvert;
import dev.pollux.director.doctor.WireFacts.Router;
import dev.pollux.director.host.FactsBuilder;
import dev.pollux.grammar.model.AddressFamily;
import dev.pollux.linux.route.HardwareAddress;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WireChecksTest {

    private static final InetAddress VIP = FactsBuilder.ip("10.0.0.9");
    private static final InetAddress SERVER = FactsBuilder.ip("10.0.0.21");

    /** Who answers for the VIP and the server, by the last byte of their MAC addresses. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        backup | DR  |     | 21 |
        backup | DR  | 7   | 21 |
        backup | DR  | 7 8 | 21 | duplicate-address
        backup | DR  | 7 21 | 21 | server-answers
        backup | DR  | 21  | 21 | server-answers
        backup | TUN | 21  | 21 | tunnel-mtu server-answers
        backup | NAT | 7 21 | 21 | duplicate-address
        master | DR  |     | 21 |
        master | DR  | 7   | 21 | duplicate-address
        master | DR  | 21  | 21 | server-answers
        master | DR  | 7 21 | 21 | server-answers duplicate-address
        """)
    void whoAnswersForTheAddress(String role, String method, String owners, String server, String codes) {
        FactsBuilder machine = FactsBuilder.machine().sysctl("net.ipv4.ip_forward", 1);
        if (role.equals("master")) {
            machine.address("10.0.0.9/32", "eth0");
        }
        List<Answer> answers = new ArrayList<>(answers(VIP, owners));
        answers.addAll(answers(SERVER, server));
        Case patient = Patients.director("lvs_method " + method, machine, new WireFacts(answers, List.of(), List.of()));
        assertThat(String.join(" ", Patients.codes(patient))).isEqualTo(codes == null ? "" : codes);
    }

    @Test
    void theServerIsNamedWithWhatMendsIt() {
        List<Answer> answers = List.of(answer(VIP, 21), answer(SERVER, 21));
        Case patient = Patients.director(
                "lvs_method DR", FactsBuilder.machine(), new WireFacts(answers, List.of(), List.of()));
        assertThat(Patients.find("server-answers", patient))
                .isEqualTo(Finding.of(
                        FindingKind.SERVER_ANSWERS,
                        "the real server 10.0.0.21 (02:00:00:00:01:15) answers for 10.0.0.9",
                        "# on the real server 10.0.0.21:",
                        "pollux realserver dr --vip 10.0.0.9 --apply",
                        "pollux doctor --real-server dr --vip 10.0.0.9"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        backup | eth0 | 51 | 10.0.0.9 | 3 |
        backup | eth0 | 51 | 10.0.0.4 | 1 | vrid-in-use
        backup | eth0 | 52 | 10.0.0.4 | 3 |
        backup | eth1 | 51 | 10.0.0.4 | 3 |
        master | eth0 | 51 | 10.0.0.9 | 1 |
        master | eth0 | 51 | 10.0.0.9 | 2 | two-masters
        master | eth0 | 51 | 10.0.0.4 | 2 | vrid-in-use
        """)
    void whoSendsAdverts(String role, String link, int id, String address, int count, String codes) {
        FactsBuilder machine = FactsBuilder.machine().lan("eth1");
        if (role.equals("master")) {
            machine.address("10.0.0.9/32", "eth0");
        }
        Router router = new Router(link, AddressFamily.IPV4, id, FactsBuilder.ip("10.0.0.77"));
        HeardAdvert advert = new HeardAdvert(router, 100, List.of(FactsBuilder.ip(address)), count);
        Case patient =
                Patients.director("lvs_method DR", machine, new WireFacts(List.of(), List.of(advert), List.of()));
        assertThat(String.join(" ", Patients.codes(patient))).isEqualTo(codes == null ? "" : codes);
    }

    @Test
    void aFreeNumberIsProposed() {
        List<HeardAdvert> adverts = List.of(advert(51, "10.0.0.4"), advert(52, "10.0.0.5"));
        Case patient = Patients.director(
                "lvs_method DR", FactsBuilder.machine(), new WireFacts(List.of(), adverts, List.of()));
        assertThat(Patients.find("vrid-in-use", patient))
                .isEqualTo(Finding.of(
                        FindingKind.VRID_IN_USE,
                        "10.0.0.77 uses virtual_router_id 51 of VI_1 on eth0 for 10.0.0.4",
                        "# in VI_1 on both directors (nobody was heard with it here):",
                        "virtual_router_id 53"));
    }

    @Test
    void whatCouldNotBeAskedIsSaid() {
        Case patient = Patients.director(
                "lvs_method DR", FactsBuilder.machine(), new WireFacts(List.of(), List.of(), List.of("no right")));
        assertThat(Patients.codes(patient)).containsExactly("not-examined");
    }

    private static HeardAdvert advert(int id, String address) {
        Router router = new Router("eth0", AddressFamily.IPV4, id, FactsBuilder.ip("10.0.0.77"));
        return new HeardAdvert(router, 100, List.of(FactsBuilder.ip(address)), 3);
    }

    private static List<Answer> answers(InetAddress address, String owners) {
        return owners == null
                ? List.of()
                : Stream.of(owners.split(" "))
                        .map(owner -> answer(address, Integer.parseInt(owner)))
                        .toList();
    }

    private static Answer answer(InetAddress address, int owner) {
        return new Answer(address, "eth0", HardwareAddress.of(new byte[] {2, 0, 0, 0, 1, (byte) owner}));
    }
}
