package dev.pollux.integration.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.integration.director.DirectorPair;
import dev.pollux.integration.director.DirectorProcess;
import dev.pollux.integration.director.OnDirectorPair;
import dev.pollux.integration.director.Program;
import dev.pollux.integration.network.Command;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Scripts and FIFO lines of instances and groups, compared with what keepalived runs and writes for the same file. */
@OnDirectorPair
class NotifyIT {

    private static final Duration SOON = Duration.ofSeconds(20);

    private static final String CONFIGURATION = """
            global_defs {
              script_user root
              notify_fifo %1$s/fifo
              vrrp_notify_priority_changes
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
              }
              notify "%1$s/say group"
              notify_fault "%1$s/say group-fault"
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
            }
            """;

    @Test
    void tellsWhatKeepalivedTells(DirectorPair pair) {
        Assumptions.assumeTrue(Program.KEEPALIVED.installed(), "needs Debian's keepalived");
        Tale ours = play(pair, Program.underTest());
        pair.sweep();
        Tale theirs = play(pair, Program.KEEPALIVED);
        for (String subject : List.of("INSTANCE \"A\"", "INSTANCE \"B\"", "INSTANCE \"C\"", "GROUP \"G\"")) {
            assertThat(ours.of(subject))
                    .as(subject)
                    .isEqualTo(theirs.of(subject))
                    .isNotEmpty();
        }
        assertThat(ours.scripts()).containsExactlyInAnyOrderElementsOf(theirs.scripts());
        assertThat(ours.scripts().stream().filter(line -> line.startsWith("it is A ")))
                .as("in order")
                .containsExactly(
                        "it is A INSTANCE A BACKUP 150",
                        "it is A INSTANCE A MASTER 150",
                        "it is A INSTANCE A FAULT 150",
                        "it is A INSTANCE A STOP 150");
        assertThat(ours.lines().indexOf("GROUP \"G\" MASTER 0"))
                .as("the group after its members")
                .isGreaterThan(ours.lines().indexOf("INSTANCE \"A\" MASTER 150"))
                .isGreaterThan(ours.lines().indexOf("INSTANCE \"B\" MASTER 140"));
    }

    private static Tale play(DirectorPair pair, Program program) {
        Path folder = pair.scratch("notify");
        Tale tale = Tale.begin(folder);
        DirectorProcess director = pair.start(program, pair.a(), CONFIGURATION.formatted(folder));
        tale.await("GROUP \"G\" MASTER 0");
        tale.await("INSTANCE \"C\" MASTER 100");
        write(folder.resolve("flag"), "");
        tale.await("INSTANCE \"C\" MASTER_PRIORITY 110");
        pair.a().namespace().ip("link", "set", DirectorPair.EXTERNAL, "down");
        tale.await("GROUP \"G\" FAULT 0");
        tale.await("INSTANCE \"C\" FAULT 110");
        assertThat(director.terminate()).isZero();
        tale.await("GROUP \"G\" STOP 0");
        return tale;
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a program told. */
    private record Tale(Path folder, List<String> lines) {

        static Tale begin(Path folder) {
            Command.of("mkfifo", folder.resolve("fifo").toString()).output();
            write(folder.resolve("said"), "");
            write(folder.resolve("say"), "#!/bin/sh\necho \"$@\" >> " + folder.resolve("said") + "\n");
            Command.of("chmod", "755", folder.resolve("say").toString()).output();
            Tale tale = new Tale(folder, new CopyOnWriteArrayList<>());
            Thread reader = new Thread(tale::read, "fifo-reader");
            reader.setDaemon(true);
            reader.start();
            return tale;
        }

        private void read() {
            try (BufferedReader fifo = Files.newBufferedReader(folder.resolve("fifo"))) {
                for (String line = fifo.readLine(); line != null; line = fifo.readLine()) {
                    lines.add(line);
                }
            } catch (IOException e) {
                lines.add(e.toString());
            }
        }

        void await(String line) {
            Awaitility.await(line).atMost(SOON).until(() -> lines.contains(line));
        }

        List<String> of(String subject) {
            return lines.stream().filter(line -> line.startsWith(subject)).toList();
        }

        List<String> scripts() {
            try {
                return Files.readAllLines(folder.resolve("said"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
