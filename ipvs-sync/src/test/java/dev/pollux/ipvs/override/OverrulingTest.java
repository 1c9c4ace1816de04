package dev.pollux.ipvs.override;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.ipvs.admin.AdminRequest;
import dev.pollux.ipvs.names.NoNames;
import dev.pollux.ipvs.table.Command;
import dev.pollux.ipvs.table.IpvsTable;
import dev.pollux.ipvs.table.TableEntry;
import dev.pollux.linux.netlink.NetlinkAck;
import dev.pollux.linux.syscall.Errno;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverrulingTest {

    private static final String V = "-t 10.0.0.1:80";

    /** What the director wants: one server serves, another is held at weight 0. */
    private static final TableEntry DESIRED = table(List.of(
                    "-A " + V + " -s rr", "-a " + V + " -r 10.0.1.1:80 -m -w 3", "-a " + V + " -r 10.0.1.2:80 -m -w 0"))
            .entries()
            .values()
            .iterator()
            .next();

    /** Commands, separated by ;, the wanted entry after them, and the overrides that are then in force. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "-e V -r 10.0.1.1:80 -m -w 0 | -A V -s rr;10.0.1.1:80 -m -w 0;10.0.1.2:80 -m -w 0 | -e V -r 10.0.1.1:80 -m -w 0",
                "-e V -r 10.0.1.1:80 -m -w 0; -e V -r 10.0.1.1:80 -m -w 3 | -A V -s rr;10.0.1.1:80 -m -w 3;10.0.1.2:80 -m -w 0 | ##",
                "-e V -r 10.0.1.2:80 -m -w 9 -x 5 | -A V -s rr;10.0.1.1:80 -m -w 3;10.0.1.2:80 -m -w 0 -x 5 | -e V -r 10.0.1.2:80 -m -w 9 -x 5",
                "-d V -r 10.0.1.1:80 | -A V -s rr;10.0.1.2:80 -m -w 0 | -d V -r 10.0.1.1:80",
                "-d V -r 10.0.1.1:80; -a V -r 10.0.1.1:80 -m -w 3 | -A V -s rr;10.0.1.1:80 -m -w 3;10.0.1.2:80 -m -w 0 | ##",
                "-d V -r 10.0.1.1:80; -a V -r 10.0.1.1:80 -m -w 1 | -A V -s rr;10.0.1.1:80 -m -w 1;10.0.1.2:80 -m -w 0 | -e V -r 10.0.1.1:80 -m -w 1",
                "-a V -r 10.0.1.9:80 -m | -A V -s rr;10.0.1.1:80 -m -w 3;10.0.1.2:80 -m -w 0;10.0.1.9:80 -m -w 1 | -a V -r 10.0.1.9:80 -m -w 1",
                "-a V -r 10.0.1.9:80 -m; -e V -r 10.0.1.9:80 -m -w 4 | -A V -s rr;10.0.1.1:80 -m -w 3;10.0.1.2:80 -m -w 0;10.0.1.9:80 -m -w 4 | -a V -r 10.0.1.9:80 -m -w 4",
                "-a V -r 10.0.1.9:80 -m; -d V -r 10.0.1.9:80 | -A V -s rr;10.0.1.1:80 -m -w 3;10.0.1.2:80 -m -w 0 | ##",
                "-E V -s wrr | -A V -s wrr;10.0.1.1:80 -m -w 3;10.0.1.2:80 -m -w 0 | -E V -s wrr",
                "-E V -s wrr; -E V -s rr | -A V -s rr;10.0.1.1:80 -m -w 3;10.0.1.2:80 -m -w 0 | ##",
                "-d V -r 10.0.1.1:80; -D V | ## | -D V",
                "-D V; -A V -s wrr | -A V -s wrr;10.0.1.1:80 -m -w 3;10.0.1.2:80 -m -w 0 | -E V -s wrr",
                "-D V; -A V -s rr | -A V -s rr;10.0.1.1:80 -m -w 3;10.0.1.2:80 -m -w 0 | ##"
            })
    void commandsBecomeOverrides(String commands, String wanted, String inForce) {
        Overrides overrides = Overrides.none();
        for (String words : commands.split(";", -1)) {
            Overruling ruling = Overruling.take(overrides, command(words), DESIRED);
            assertThat(ruling.answer()).isEqualTo(NetlinkAck.OK);
            overrides = ruling.overrides();
        }
        assertThat(text(overrides.over(DESIRED))).isEqualTo(wanted.strip().replace("V", V));
        assertThat(overrides.toString().strip()).isEqualTo(inForce.strip().replace("V", V));
    }

    @ParameterizedTest
    @CsvSource({
        "-A V -s rr,EEXIST",
        "-a V -r 10.0.1.1:80 -m,EEXIST",
        "-e V -r 10.0.1.9:80 -m,ENOENT",
        "-d V -r 10.0.1.9:80,ENOENT",
        "-a V -r 10.0.1.9:80 -m -x 1 -y 2,ERANGE"
    })
    void whatTheKernelWouldRefuseIsRefused(String words, Errno errno) {
        Overruling ruling = Overruling.take(Overrides.none(), command(words), DESIRED);
        assertThat(ruling.answer().is(errno)).isTrue();
        assertThat(ruling.overrides()).isEqualTo(Overrides.none());
    }

    @Test
    void belowADeletedServiceIsNothing() {
        Overrides overrides =
                Overruling.take(Overrides.none(), command("-D V"), DESIRED).overrides();
        assertThat(Overruling.take(overrides, command("-d V -r 10.0.1.1:80"), DESIRED)
                        .answer()
                        .is(Errno.ESRCH))
                .isTrue();
    }

    @Test
    void checksStillCount() {
        Overrides overrides = Overrides.of(List.of(command("-e V -r 10.0.1.1:80 -m -w 9")));
        TableEntry down = table(List.of("-A " + V + " -s rr"))
                .entries()
                .values()
                .iterator()
                .next();
        assertThat(text(overrides.over(down))).isEqualTo("-A " + V + " -s rr");
    }

    @Test
    void otherServicesStayTheSameObjects() {
        IpvsTable other = table(List.of("-A -t 10.0.0.9:80 -s rr"));
        assertThat(Overrides.of(List.of(command("-D V"))).over(other)).isEqualTo(other);
        assertThat(Overrides.none().over(other)).isSameAs(other);
    }

    @Test
    void theJournalKeepsThem(@TempDir Path directory) {
        OverrideFile file = new OverrideFile(() -> directory.resolve("run/overrides"));
        assertThat(file.read()).isEqualTo(Overrides.none());
        Overrides overrides = Overrides.of(List.of(
                command("-D -f 7 -6"),
                command("-e V -r 10.0.1.1:80 -i --tun-type gue --tun-port 7 -w 9 -x 70000"),
                command("-E -t [2001:db8::1]:0 -p 5 -M 64 -s mh -b mh-port"),
                command("-d V -r [2001:db8::5]:80")));
        file.write(overrides);
        assertThat(new OverrideFile(() -> directory.resolve("run/overrides")).read())
                .isEqualTo(overrides);
        file.write(Overrides.none());
        assertThat(directory.resolve("run/overrides")).doesNotExist();
    }

    private static Command.OnService command(String words) {
        AdminRequest request = AdminRequest.read(
                Stream.of(words.strip().replace("V", V).split(" ", -1)).toList(), new NoNames());
        return (Command.OnService) ((AdminRequest.Change) request).command();
    }

    private static IpvsTable table(List<String> rules) {
        List<Command.OnService> commands =
                rules.stream().map(OverrulingTest::command).toList();
        return IpvsTable.of(commands.stream()
                .filter(Command.AddService.class::isInstance)
                .map(Command.AddService.class::cast)
                .map(add -> TableEntry.of(
                        add.service(),
                        commands.stream()
                                .filter(Command.AddDestination.class::isInstance)
                                .map(command -> ((Command.AddDestination) command).destination())
                                .toList()))
                .toList());
    }

    private static String text(@Nullable TableEntry entry) {
        return entry == null
                ? ""
                : new IpvsTable(Map.of(entry.service().key(), entry))
                        .commands().stream()
                                .map(Command::toString)
                                .map(line -> line.startsWith("-a") ? line.replaceFirst(".* -r ", "") : line)
                                .collect(Collectors.joining(";"));
    }
}
