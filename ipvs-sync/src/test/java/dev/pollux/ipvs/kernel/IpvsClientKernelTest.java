package dev.pollux.ipvs.kernel;

import static dev.pollux.ipvs.fixture.Tables.destination;
import static dev.pollux.ipvs.fixture.Tables.entry;
import static dev.pollux.ipvs.fixture.Tables.service;
import static dev.pollux.ipvs.fixture.VirtualServers.address;
import static dev.pollux.ipvs.fixture.VirtualServers.tcp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pollux.grammar.model.ServiceKey;
import dev.pollux.ipvs.fixture.KernelWithIpvs;
import dev.pollux.ipvs.table.Command;
import dev.pollux.ipvs.table.Command.AddDestination;
import dev.pollux.ipvs.table.Command.AddService;
import dev.pollux.ipvs.table.Command.DeleteDestination;
import dev.pollux.ipvs.table.Command.DeleteService;
import dev.pollux.ipvs.table.Command.EditDestination;
import dev.pollux.ipvs.table.Command.EditService;
import dev.pollux.ipvs.table.Command.Flush;
import dev.pollux.ipvs.table.IpvsTable;
import dev.pollux.ipvs.table.TableEntry;
import dev.pollux.linux.netlink.NetlinkAck;
import dev.pollux.linux.syscall.Errno;
import dev.pollux.linux.syscall.SystemCallException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The client on the real kernel, with ipvsadm as the judge. */
@Tag("ipvs")
class IpvsClientKernelTest {

    private static final ServiceKey WEB = tcp("10.0.0.1", 80);

    private KernelWithIpvs kernel;
    private IpvsClient client;

    @BeforeEach
    void open() {
        kernel = KernelWithIpvs.open();
        client = kernel.namespace().call(() -> IpvsClient.open().orElseThrow());
    }

    @AfterEach
    void close() {
        if (client != null) {
            client.close();
            kernel.close();
        }
    }

    @Test
    void everyCommandDoesWhatItsTextSays() {
        expect(new AddService(service(WEB, "rr")), "-A -t 10.0.0.1:80 -s rr");
        expect(new EditService(service(WEB, "wlc")), "-A -t 10.0.0.1:80 -s wlc");
        expect(
                new AddDestination(WEB, destination(1, 2)),
                "-A -t 10.0.0.1:80 -s wlc",
                "-a -t 10.0.0.1:80 -r 10.1.0.1:80 -g -w 2");
        expect(
                new EditDestination(WEB, destination(1, 0)),
                "-A -t 10.0.0.1:80 -s wlc",
                "-a -t 10.0.0.1:80 -r 10.1.0.1:80 -g -w 0");
        expect(new DeleteDestination(WEB, destination(1, 0).key()), "-A -t 10.0.0.1:80 -s wlc");
        expect(new DeleteService(WEB));
        expect(new AddService(service(WEB, "rr")), "-A -t 10.0.0.1:80 -s rr");
        expect(new Flush());
    }

    @Test
    void refusalsCarryTheKernelsErrno() {
        assertThat(errnos(
                        new DeleteService(WEB),
                        new AddDestination(WEB, destination(1, 1)),
                        new AddService(service(WEB, "nosuch")),
                        new AddService(service(WEB, "rr")),
                        new AddService(service(WEB, "rr")),
                        new EditDestination(WEB, destination(1, 1)),
                        new DeleteDestination(WEB, destination(1, 1).key()),
                        new AddDestination(WEB, destination(1, 1)),
                        new AddDestination(WEB, destination(1, 1)),
                        new EditService(service(WEB, "nosuch"))))
                .containsExactly(
                        Errno.ESRCH.number(),
                        Errno.ESRCH.number(),
                        Errno.ENOENT.number(),
                        0,
                        Errno.EEXIST.number(),
                        Errno.ENOENT.number(),
                        Errno.ENOENT.number(),
                        0,
                        Errno.EEXIST.number(),
                        Errno.ENOENT.number());
    }

    @Test
    void everyKindOfEntryIsWrittenAsIpvsadmReadsItAndReadAsWritten() {
        IpvsTable table = EveryKindOfEntry.table();
        assertThat(client.execute(table.commands())).allMatch(NetlinkAck::succeeded);
        assertThat(kernel.saved()).isEqualTo(asIpvsadmSaves(table));
        assertThat(client.read(key -> true).orElseThrow().table()).isEqualTo(table);
    }

    @Test
    void whatIpvsadmWritesIsReadAsMeant(@TempDir Path directory) throws Exception {
        IpvsTable table = EveryKindOfEntry.table();
        Path rules = directory.resolve("rules");
        Files.write(rules, table.commands().stream().map(Command::toString).toList());
        int exitCode = kernel.namespace().call(() -> new ProcessBuilder("ipvsadm", "-R")
                .inheritIO()
                .redirectInput(rules.toFile())
                .start()
                .waitFor());
        assertThat(exitCode).isZero();
        assertThat(client.read(key -> true).orElseThrow().table()).isEqualTo(table);
    }

    @Test
    void destinationsAreReadOnlyWhereWanted() {
        client.execute(
                IpvsTable.of(List.of(entry(WEB, "rr", destination(1, 1)))).commands());
        TableReadout readout = client.read(key -> false).orElseThrow();
        assertThat(readout.table().entries().get(WEB)).isEqualTo(entry(WEB, "rr"));
    }

    @Test
    void manyCommandsGoInFewSystemCalls() {
        List<TableEntry> entries = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            entries.add(entry(tcp("10.0." + i / 250 + "." + (i % 250 + 1), 80), "rr", destination(1, 1)));
        }
        IpvsTable table = IpvsTable.of(entries);
        long before = client.sends();
        assertThat(client.execute(table.commands())).hasSize(2_000).allMatch(NetlinkAck::succeeded);
        assertThat(client.sends() - before).isLessThanOrEqualTo(12);
        assertThat(client.read(key -> true).orElseThrow().table()).isEqualTo(table);
    }

    @Test
    void timeoutsAndInfo() {
        assertThat(client.info().versionText()).isEqualTo("1.2.1");
        assertThat(client.info().connectionTableSize()).isPositive();
        client.setTimeouts(new Timeouts(777, 0, 55));
        assertThat(client.timeouts().tcp()).isEqualTo(777);
        assertThat(kernel.ipvsadm("-L --timeout")).contains("777").contains(" 55");
    }

    @Test
    void syncDaemonsRunAsIpvsadmShowsThem() {
        SyncDaemon master = new SyncDaemon(SyncDaemon.Role.MASTER, "lo", 7, 1400, 8849, 5, address("224.1.2.3"));
        client.startDaemon(master);
        assertThat(client.daemons()).containsExactly(master);
        assertThat(kernel.ipvsadm("-L --daemon"))
                .contains("master sync daemon (mcast=lo, syncid=7, maxlen=1400, group=224.1.2.3, port=8849, ttl=5)");
        kernel.ipvsadm("--start-daemon backup --mcast-interface lo --syncid 9");
        assertThat(client.daemons())
                .hasSize(2)
                .anyMatch(new SyncDaemon(SyncDaemon.Role.BACKUP, "lo", 9, 0, 0, 0, null)::isMetBy);
        client.stopDaemon(SyncDaemon.Role.MASTER);
        client.stopDaemon(SyncDaemon.Role.BACKUP);
        assertThat(client.daemons()).isEmpty();
        assertThatThrownBy(() -> client.startDaemon(new SyncDaemon(SyncDaemon.Role.BACKUP, "eth9", 9, 0, 0, 0, null)))
                .isInstanceOfSatisfying(SystemCallException.class, failure -> assertThat(failure.is(Errno.ENODEV))
                        .isTrue());
    }

    @Test
    void aLargeTableIsReadFromItsListingAsWholly() {
        List<TableEntry> entries = new ArrayList<>();
        for (int i = 0; i < TableReader.TURN + 200; i++) {
            entries.add(entry(tcp("10.0." + i / 250 + "." + (i % 250 + 1), 80), "rr", destination(1, 1)));
        }
        IpvsTable table = IpvsTable.of(entries);
        client.execute(table.commands());
        client.execute(List.of(
                new EditDestination(entries.get(3).service().key(), destination(1, 9)),
                new DeleteDestination(
                        entries.get(5).service().key(), destination(1, 1).key())));
        long before = client.sends();
        IpvsTable seen = kernel.namespace()
                .call(() -> client.readAgainst(key -> true, table.entries()::get))
                .orElseThrow()
                .table();
        assertThat(client.sends() - before).isLessThan(TableReader.TURN);
        assertThat(seen).isEqualTo(client.read(key -> true).orElseThrow().table());
    }

    @Test
    void countersAreZeroed() {
        client.execute(List.of(new AddService(service(WEB, "rr"))));
        client.zero(WEB);
        assertThat(client.read(key -> true).orElseThrow().loads().get(WEB))
                .extracting(ServiceLoad::traffic)
                .isEqualTo(TrafficStatistics.NONE);
    }

    private void expect(Command command, String... saved) {
        assertThat(client.execute(List.of(command))).containsExactly(NetlinkAck.OK);
        assertThat(kernel.saved()).containsExactlyInAnyOrder(saved);
    }

    private List<Integer> errnos(Command... commands) {
        return client.execute(List.of(commands)).stream().map(NetlinkAck::errno).toList();
    }

    /** ipvsadm 1.31 keeps thresholds to itself. */
    private static List<String> asIpvsadmSaves(IpvsTable table) {
        return table.commands().stream()
                .map(Command::toString)
                .map(line -> line.replaceAll(" -[xy] \\d+", ""))
                .sorted()
                .toList();
    }
}
