package dev.pollux.integration.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.integration.director.DirectorPair;
import dev.pollux.integration.director.DirectorProcess;
import dev.pollux.integration.director.OnDirectorPair;
import dev.pollux.integration.director.OnlyPollux;
import dev.pollux.integration.director.Program;
import dev.pollux.integration.network.MailServer;
import dev.pollux.integration.network.WebServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/**
 * Scripts, FIFO lines and mail of virtual and real servers when a real server dies and returns, with or without IPVS in the
 * kernel. The lines, arguments and subjects are what keepalived 2.2.7 said for the same file where it had IPVS; its mails do
 * not have the reason.
 */
@OnDirectorPair
@OnlyPollux("keepalived does not check where the kernel has no IPVS")
class ServerNotifyIT {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final int SMTP = 2525;
    private static final int SERVICE = 8080;

    private static final String CONFIGURATION = """
            global_defs {
              script_user root
              router_id LVS_A
              notify_fifo %1$s/fifo
              lvs_notify_fifo %1$s/servers
              lvs_notify_fifo_script "%1$s/copy 'its own'"
              smtp_server 127.0.0.1 2525
              smtp_helo_name director.example.org
              notification_email {
                ops@example.org
              }
              notification_email_from director@example.org
              no_checker_emails
            }
            virtual_server 192.0.2.100 80 {
              delay_loop 1
              warmup 0
              lb_algo rr
              lb_kind NAT
              protocol TCP
              quorum 2
              smtp_alert
              quorum_up "%1$s/say quorum 'it is up'"
              quorum_down "%1$s/say quorum 'it is down'"
              real_server 192.0.2.11 8080 {
                notify_up "%1$s/say server 'it is up'"
                notify_down "%1$s/say server 'it is down'"
                TCP_CHECK {
                  connect_timeout 1
                  retry 0
                }
              }
              real_server 192.0.2.66 8080 {
                notify_up "%1$s/say never up"
                notify_down "%1$s/say never down"
              }
            }
            virtual_server 2001:db8::100 80 {
              delay_loop 1
              warmup 0
              lb_algo rr
              lb_kind NAT
              protocol TCP
              quorum_up "%1$s/say quorum6 up"
              quorum_down "%1$s/say quorum6 down"
              real_server ::1 8080 {
                notify_up "%1$s/say server6 up"
                notify_down "%1$s/say server6 down"
                TCP_CHECK {
                  connect_timeout 1
                  retry 0
                }
              }
            }
            virtual_server fwmark 7 {
              delay_loop 1
              warmup 0
              lb_algo rr
              lb_kind NAT
              real_server 192.0.2.11 8080 {
                TCP_CHECK {
                  connect_timeout 1
                  retry 0
                }
              }
            }
            """;

    @Test
    void aServerThatDiesAndReturnsIsToldOf(DirectorPair pair) {
        Path folder = pair.scratch("notify");
        Diary diary = Diary.begin(folder);
        try (MailServer mails = MailServer.start(pair.a(), SMTP)) {
            WebServer first = WebServer.start(pair.a(), SERVICE);
            DirectorProcess director = pair.start(Program.underTest(), pair.a(), CONFIGURATION.formatted(folder));
            awaitEach(diary, "UP", 1, 0);
            first.close();
            awaitEach(diary, "DOWN", 1, 1);
            WebServer second = WebServer.start(pair.a(), SERVICE);
            try (second) {
                awaitEach(diary, "UP", 2, 1);
                diary.awaitSaid("server|it is up", 1);
                diary.awaitSaid("server6|up", 1);
                Awaitility.await("mail").atMost(SOON).until(() -> mails.mails().size() == 9);
                assertThat(director.terminate()).isZero();
            }
            told(diary);
            assertThat(diary.copied())
                    .as("the other FIFO")
                    .isEqualTo(diary.fifo().lines());
            assertThat(folder.resolve("servers")).as("made by the director").doesNotExist();
            mailed(mails.mails());
        }
    }

    /** The lines of each virtual server in order; those of different ones may be mixed. */
    private static void told(Diary diary) {
        assertThat(diary.fifo().lines()).hasSize(15);
        assertThat(linesOf(diary, "[192.0.2.100]:tcp:80"))
                .containsExactly(
                        "VS [192.0.2.100]:tcp:80 UP",
                        "RS [192.0.2.11]:tcp:8080 [192.0.2.100]:tcp:80 DOWN",
                        "VS [192.0.2.100]:tcp:80 DOWN",
                        "RS [192.0.2.11]:tcp:8080 [192.0.2.100]:tcp:80 UP",
                        "VS [192.0.2.100]:tcp:80 UP");
        assertThat(linesOf(diary, "[2001:db8::100]:tcp:80"))
                .containsExactly(
                        "VS [2001:db8::100]:tcp:80 UP",
                        "RS [::1]:tcp:8080 [2001:db8::100]:tcp:80 DOWN",
                        "VS [2001:db8::100]:tcp:80 DOWN",
                        "RS [::1]:tcp:8080 [2001:db8::100]:tcp:80 UP",
                        "VS [2001:db8::100]:tcp:80 UP");
        assertThat(linesOf(diary, "FWM 7"))
                .containsExactly(
                        "VS FWM 7 UP",
                        "RS [192.0.2.11]:none:8080 FWM 7 DOWN",
                        "VS FWM 7 DOWN",
                        "RS [192.0.2.11]:none:8080 FWM 7 UP",
                        "VS FWM 7 UP");
        assertThat(diary.said("quorum")).containsExactly("quorum|it is up", "quorum|it is down", "quorum|it is up");
        assertThat(diary.said("server")).containsExactly("server|it is down", "server|it is up");
        assertThat(diary.said("quorum6")).containsExactly("quorum6|up", "quorum6|down", "quorum6|up");
        assertThat(diary.said("server6")).containsExactly("server6|down", "server6|up");
        assertThat(diary.said("never")).isEmpty();
    }

    private static void mailed(List<String> mails) {
        String server = "Realserver [192.0.2.11]:tcp:8080 of virtual server [192.0.2.100]:tcp:80 - ";
        String six = "Realserver [::1]:tcp:8080 of virtual server [2001:db8::100]:tcp:80 - ";
        String marked = "Realserver [192.0.2.11]:none:8080 of virtual server FWM 7 - ";
        String quorum = "Virtualserver [192.0.2.100]:tcp:80 - ";
        assertThat(mails)
                .containsExactlyInAnyOrder(
                        mail(quorum + "UP", "Gained quorum 2+0=2 <= 2"),
                        mail(server + "DOWN", "TCP CHECK failed on service", "Connection refused"),
                        mail(quorum + "DOWN", "Lost quorum 2-0=2 > 1"),
                        mail(server + "UP", "TCP CHECK succeed on service"),
                        mail(quorum + "UP", "Gained quorum 2+0=2 <= 2"),
                        mail(six + "DOWN", "TCP CHECK failed on service", "Connection refused"),
                        mail(six + "UP", "TCP CHECK succeed on service"),
                        mail(marked + "DOWN", "TCP CHECK failed on service", "Connection refused"),
                        mail(marked + "UP", "TCP CHECK succeed on service"));
    }

    private static String mail(String subject, String body, String... more) {
        String detail = more.length == 0 ? "" : String.join("\n", more) + "\n\n";
        return """
                HELO director.example.org
                MAIL FROM:<director@example.org>
                RCPT TO:<ops@example.org>
                DATA
                Date: now
                From: director@example.org
                Subject: [LVS_A] %s
                X-Mailer: it
                To: ops@example.org

                => %s <=

                %s.
                QUIT""".formatted(subject, body, detail);
    }

    /** Waits for the lines of every virtual server, and of its real server that is checked. */
    private static void awaitEach(Diary diary, String direction, int timesVirtual, int timesReal) {
        Stream.of("[192.0.2.100]:tcp:80", "[2001:db8::100]:tcp:80", "FWM 7")
                .forEach(server -> diary.fifo().await("VS " + server + " " + direction, timesVirtual));
        Stream.of("[192.0.2.11]:tcp:8080 [192.0.2.100]:tcp:80", "[::1]:tcp:8080 [2001:db8::100]:tcp:80")
                .forEach(server -> diary.fifo().await("RS " + server + " " + direction, timesReal));
    }

    private static List<String> linesOf(Diary diary, String server) {
        return diary.fifo().lines().stream()
                .filter(line -> line.contains(" " + server + " "))
                .toList();
    }
}
