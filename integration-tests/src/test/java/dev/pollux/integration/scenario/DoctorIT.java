package dev.pollux.integration.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.integration.director.Program;
import dev.pollux.integration.network.Command;
import dev.pollux.integration.network.Namespace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real server of LVS-DR that hides nothing: the director's doctor finds it, what it says mends it, and it can be undone. */
class DoctorIT {

    private static final String VIP = "192.0.2.9";
    private static final int PROBLEMS = 5;
    private static final int MISSING_PERMISSION = 4;

    private static final String FILE = """
            vrrp_instance VI_1 {
                interface eth0
                virtual_router_id 51
                version 3
                advert_int 0.1
                virtual_ipaddress {
                    192.0.2.9/32
                }
            }
            virtual_server 192.0.2.9 80 {
                lvs_method DR
                protocol TCP
                real_server 192.0.2.21 80 {
                    weight 1
                }
            }
            """;

    private Path folder;
    private Namespace director;
    private Namespace server;

    @BeforeEach
    void connect(@TempDir Path temporary) throws IOException {
        folder = temporary;
        Assumptions.assumeTrue(
                Files.getOwner(Path.of("/proc/self")).getName().equals("root"), "SKIPPED: namespaces need root");
        director = Namespace.create("pxdoc-director");
        server = Namespace.create("pxdoc-server");
        director.ip("link", "add", "eth0", "type", "veth", "peer", "name", "eth0", "netns", server.name());
        for (Namespace host : List.of(director, server)) {
            host.ip("link", "set", "eth0", "up");
            host.ip("address", "add", host == director ? "192.0.2.1/24" : "192.0.2.21/24", "dev", "eth0");
            host.ip("route", "add", "default", "via", "192.0.2.254");
        }
        Files.writeString(folder.resolve("director.conf"), FILE);
    }

    @AfterEach
    void close() {
        List.of(director, server).forEach(Namespace::close);
    }

    @Test
    void whatTheDoctorSaysMendsIt() {
        server.ip("address", "add", VIP + "/32", "dev", "lo");
        Command.Result found = pollux(director, "doctor", "-f", file());
        assertThat(found.output())
                .contains("server-answers: the real server 192.0.2.21")
                .contains("pollux realserver dr --vip " + VIP + " --apply");
        assertThat(found.exitCode()).isEqualTo(PROBLEMS);
        assertThat(pollux(server, "doctor", "-f", file(), "--format", "json").output())
                .contains("\"arp-ignore\"", "\"arp-announce\"")
                .doesNotContain("vip-missing");

        assertThat(pollux(server, "realserver", "dr", "--vip", VIP, "--apply").exitCode())
                .isZero();
        assertThat(pollux(server, "doctor", "--real-server", "dr", "--vip", VIP))
                .isEqualTo(new Command.Result(0, "nothing found\n"));
        assertThat(pollux(director, "doctor", "-f", file()).output()).doesNotContain("server-answers");

        assertThat(pollux(server, "realserver", "dr", "--remove").exitCode()).isZero();
        assertThat(server.run("sysctl", "-n", "net.ipv4.conf.all.arp_ignore")).isEqualTo("0\n");
        assertThat(server.addresses("lo")).as("somebody else's").contains(VIP + "/32");
    }

    @Test
    void withoutPermissionItSaysSo() {
        List<String> nobody = List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");
        Command.Result result = run(server, nobody, "realserver", "dr", "--vip", VIP, "--apply");
        assertThat(result.output()).contains("need CAP_NET_ADMIN: run them as root");
        assertThat(result.exitCode()).isEqualTo(MISSING_PERMISSION);
    }

    private String file() {
        return folder.resolve("director.conf").toString();
    }

    private static Command.Result pollux(Namespace host, String... words) {
        return run(host, List.of(), words);
    }

    /** Runs Pollux by way of another program. */
    private static Command.Result run(Namespace host, List<String> before, String... words) {
        List<String> command = new ArrayList<>(before);
        command.add(Program.POLLUX.executable().toString());
        command.addAll(List.of(words));
        return new Command(host.enter(command)).result();
    }
}
