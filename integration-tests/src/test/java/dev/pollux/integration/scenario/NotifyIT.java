package dev.pollux.integration.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.integration.capture.FifoReader;
import dev.pollux.integration.director.DirectorPair;
import dev.pollux.integration.director.DirectorProcess;
import dev.pollux.integration.director.OnDirectorPair;
import dev.pollux.integration.director.Program;
import dev.pollux.integration.network.MailServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Scripts, FIFO lines and mail of instances and groups, compared with what keepalived does for the same file. */
@OnDirectorPair
class NotifyIT {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final int SMTP = 2525;

    private static final String CONFIGURATION = """
            global_defs {
              script_user root
              router_id LVS_A
              notify_fifo %1$s/fifo
              vrrp_notify_fifo %1$s/routers
              vrrp_notify_fifo_script "%1$s/copy 'its own'"
              vrrp_notify_priority_changes
              smtp_server 127.0.0.1 2525
              smtp_helo_name director.example.org
              notification_email {
                ops@example.org
                others@example.org
              }
              notification_email_from director@example.org
            }
            vrrp_script flag {
              script "/usr/bin/test -e %1$s/flag"
              interval 1
              weight 10
            }
            vrrp_sync_group G {
              group {
                A
                B
                D
              }
              notify "%1$s/say group"
              notify_fault "%1$s/say group-fault"
              smtp_alert
            }
            vrrp_instance A {
              interface eth0
              virtual_router_id 61
              priority 150
              version 3
              advert_int 0.1
              virtual_ipaddress {
                192.0.2.61/24
              }
              notify "%1$s/say 'it is' A"
              notify_master %1$s/say
              notify_backup "%1$s/say backup"
              notify_stop "%1$s/say stop"
            }
            vrrp_instance B {
              interface eth0
              virtual_router_id 62
              priority 140
              version 3
              advert_int 0.1
              virtual_ipaddress {
                192.0.2.62/24
              }
            }
            vrrp_instance C {
              interface eth0
              virtual_router_id 63
              priority 100
              version 3
              advert_int 0.1
              virtual_ipaddress {
                192.0.2.63/24
              }
              track_script {
                flag
              }
              notify "%1$s/say alone"
              smtp_alert
            }
            vrrp_instance D {
              interface eth0
              virtual_router_id 61
              priority 130
              version 3
              advert_int 0.1
              virtual_ipaddress {
                fe80::61/64
                2001:db8::61/64
              }
              notify "%1$s/say six"
            }
            """;

    /** What a program told. */
    private record Tale(Diary diary, List<String> mails) {

        FifoReader fifo() {
            return diary.fifo();
        }

        /** The lines of the FIFO of routers up to the end, when its reader is ended. */
        List<String> copiedBeforeTheEnd() {
            return diary.copied().stream()
                    .filter(line -> !line.contains("STOP"))
                    .toList();
        }
    }

    @Test
    void tellsWhatKeepalivedTells(DirectorPair pair) {
        Assumptions.assumeTrue(Program.KEEPALIVED.installed(), "needs Debian's keepalived");
        Tale ours = play(pair, Program.underTest());
        pair.sweep();
        Tale theirs = play(pair, Program.KEEPALIVED);
        for (String subject :
                List.of("INSTANCE \"A\"", "INSTANCE \"B\"", "INSTANCE \"C\"", "INSTANCE \"D\"", "GROUP \"G\"")) {
            assertThat(ours.fifo().of(subject))
                    .as(subject)
                    .isEqualTo(theirs.fifo().of(subject))
                    .isNotEmpty();
        }
        assertThat(ours.fifo().lines().indexOf("GROUP \"G\" MASTER 0"))
                .as("the group after its members")
                .isGreaterThan(ours.fifo().lines().indexOf("INSTANCE \"A\" MASTER 150"))
                .isGreaterThan(ours.fifo().lines().indexOf("INSTANCE \"B\" MASTER 140"))
                .isGreaterThan(ours.fifo().lines().indexOf("INSTANCE \"D\" MASTER 130"));
        assertThat(ours.diary().said())
                .containsExactlyInAnyOrderElementsOf(theirs.diary().said());
        assertThat(ours.diary().said("it is"))
                .as("in order")
                .containsExactly(
                        "it is|A|INSTANCE|A|BACKUP|150",
                        "it is|A|INSTANCE|A|MASTER|150",
                        "it is|A|INSTANCE|A|FAULT|150",
                        "it is|A|INSTANCE|A|STOP|150");
        assertThat(ours.mails()).containsExactlyInAnyOrderElementsOf(theirs.mails());
    }

    /** All become master, C rises, somebody removes its address, the cable is pulled, and the director is told to stop. */
    private static Tale play(DirectorPair pair, Program program) {
        Path folder = pair.scratch("notify");
        Diary diary = Diary.begin(folder);
        try (MailServer mails = MailServer.start(pair.a(), SMTP)) {
            DirectorProcess director = pair.start(program, pair.a(), CONFIGURATION.formatted(folder));
            diary.fifo().await("INSTANCE \"C\" MASTER 100");
            diary.awaitSaid("group|GROUP|G|MASTER|0", 1);
            diary.touch("flag");
            diary.fifo().await("INSTANCE \"C\" MASTER_PRIORITY 110");
            pair.a().namespace().ip("addr", "del", "192.0.2.63/24", "dev", DirectorPair.EXTERNAL);
            diary.awaitSaid("alone|INSTANCE|C|MASTER|110", 1);
            pair.a().namespace().ip("link", "set", DirectorPair.EXTERNAL, "down");
            diary.fifo().await("GROUP \"G\" FAULT 0");
            diary.fifo().await("INSTANCE \"C\" FAULT 110");
            List<String> received = awaitMails(mails);
            assertThat(director.terminate()).isZero();
            diary.fifo().await("GROUP \"G\" STOP 0");
            assertThat(folder.resolve("routers")).as("made by the director").doesNotExist();
            Tale tale = new Tale(diary, received);
            assertThat(tale.copiedBeforeTheEnd())
                    .as("the other FIFO")
                    .isEqualTo(diary.fifo().lines().stream()
                            .filter(line -> !line.contains("STOP"))
                            .toList());
            return tale;
        }
    }

    /** The mails of masters and faults; those of the start are lost by keepalived. */
    private static List<String> awaitMails(MailServer server) {
        Awaitility.await("mail of three masters and two faults")
                .atMost(SOON)
                .until(() -> relevant(server).size() >= 5);
        return relevant(server);
    }

    private static List<String> relevant(MailServer server) {
        return server.mails().stream().filter(mail -> !mail.contains("BACKUP")).toList();
    }
}
