package dev.pollux.ipvs.fullnat;

import static dev.pollux.ipvs.fixture.VirtualServers.address;
import static dev.pollux.ipvs.fixture.VirtualServers.key;
import static dev.pollux.ipvs.fixture.VirtualServers.realServer;
import static dev.pollux.ipvs.fixture.VirtualServers.tcp;
import static dev.pollux.ipvs.fixture.VirtualServers.virtualServer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pollux.grammar.model.Configuration;
import dev.pollux.grammar.model.IpvsSettings;
import dev.pollux.grammar.model.LocalAddress;
import dev.pollux.grammar.model.Repair;
import dev.pollux.grammar.model.ServiceKey;
import dev.pollux.grammar.model.VirtualServer;
import dev.pollux.ipvs.IpvsStatus;
import dev.pollux.ipvs.fixture.VirtualServers;
import dev.pollux.ipvs.reconcile.ModuleLoader;
import dev.pollux.ipvs.reconcile.ReconcileStatus;
import dev.pollux.ipvs.table.LocalAddressChange;
import dev.pollux.linux.netlink.NetlinkAck;
import dev.pollux.linux.nftables.Nftables;
import dev.pollux.linux.syscall.Errno;
import dev.pollux.linux.testing.NetworkNamespace;
import dev.pollux.linux.testing.VirtualLoop;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The table and the addresses of FULLNAT in the kernel. What traffic makes of them the lab shows. */
class FullNatKernelTest {

    private static final long FOUR_SECONDS = 4_000_000_000L;
    private static final ServiceKey.ByAddress WEB = tcp("192.0.2.10", 80);
    private static final ServiceKey.ByAddress TLS = tcp("192.0.2.10", 443);
    private static final InetAddress FIRST = address("10.1.0.50");
    private static final InetAddress SECOND = address("10.1.0.51");

    private final Path folder;
    private final NetworkNamespace namespace;
    private final VirtualLoop loop = new VirtualLoop();
    private final FullNatTable kernel = FullNatTable.open();
    private FullNatProxy fullNat;

    FullNatKernelTest(@TempDir Path folder) {
        assumeTrue(Files.exists(Path.of("/usr/sbin/nft")), "SKIPPED: needs the nft program of the package nftables");
        this.folder = folder;
        fullNat = director();
        namespace = NetworkNamespace.open();
        namespace.connect("eth1", namespace, "peer");
        namespace.ip("address add 10.1.0.1/24 dev eth1");
    }

    private FullNatProxy director() {
        return FullNatProxy.start(new FullNatEnvironment(
                loop.loop(),
                loop.loop(),
                loop.clock(),
                Nftables.system(),
                ModuleLoader.NONE,
                () -> new IpvsStatus(ReconcileStatus.initial(), List.of()),
                () -> folder.resolve("local-addresses"),
                () -> folder.resolve("overrides")));
    }

    @AfterEach
    void leave() {
        namespace.close();
    }

    @Test
    void aServiceBringsTheTableAndItsAddresses() {
        namespace.run(() -> {
            commit(service(WEB, "eth1", FIRST, SECOND));

            assertThat(kernel.read().addresses(WEB)).containsExactly(FIRST, SECOND);
            assertThat(addresses()).contains("10.1.0.50/32", "10.1.0.51/32");
            assertThat(fullNat.status().addresses())
                    .allMatch(address -> address.present() && !address.floats())
                    .hasSize(2);
        });
    }

    @Test
    void aReloadChangesElementsOnly() {
        namespace.run(() -> {
            commit(service(WEB, null, FIRST));
            String before = rulesWithHandles();

            commit(service(WEB, null, FIRST), service(TLS, null, FIRST));

            assertThat(kernel.read().pools()).containsOnlyKeys(WEB, TLS);
            assertThat(rulesWithHandles()).isEqualTo(before);

            commit(service(TLS, null, FIRST));
            assertThat(kernel.read().pools()).containsOnlyKeys(TLS);
            assertThat(rulesWithHandles()).isEqualTo(before);
        });
    }

    @Test
    void whatOthersChangeIsPutRight() {
        namespace.run(() -> {
            commit(service(WEB, null, FIRST, SECOND));
            for (String harm : List.of(
                    "nft flush ruleset",
                    "nft flush chain inet pollux_fullnat postrouting",
                    "nft flush map inet pollux_fullnat tcp4",
                    "ip address delete 10.1.0.51/32 dev eth1")) {
                long repairs = fullNat.status().repairs();
                execute(harm);

                loop.advance(FOUR_SECONDS);

                assertThat(kernel.read().addresses(WEB)).as(harm).containsExactly(FIRST, SECOND);
                assertThat(rulesWithHandles()).as(harm).contains("vmap @tcp4");
                assertThat(addresses()).as(harm).contains("10.1.0.50/32", "10.1.0.51/32");
                assertThat(fullNat.status().repairs()).as(harm).isEqualTo(repairs + 1);
            }
            execute("nft add table inet other");
            loop.advance(FOUR_SECONDS);
            assertThat(fullNat.status().repairs()).isEqualTo(4);
        });
    }

    @Test
    void whatOthersChangeIsOnlyCountedWhereNothingIsToBeRepaired() {
        namespace.run(() -> {
            commit(configuration(Repair.OBSERVE, service(WEB, null, FIRST)));
            execute("nft flush ruleset");
            execute("ip address delete 10.1.0.50/32 dev eth1");

            loop.advance(3 * FOUR_SECONDS);

            assertThat(execute("nft list ruleset")).isEmpty();
            assertThat(addresses()).doesNotContain("10.1.0.50/32");
            assertThat(fullNat.status().repairs()).isZero();
            assertThat(fullNat.status().problems())
                    .contains("nftables: table inet pollux_fullnat was deleted from outside")
                    .contains("local address 10.1.0.50: was removed from outside");

            commit(configuration(Repair.ON, service(WEB, null, FIRST)));
            loop.advance(FOUR_SECONDS);
            assertThat(kernel.read().addresses(WEB)).containsExactly(FIRST);
            assertThat(addresses()).contains("10.1.0.50/32");
        });
    }

    @Test
    void theEndLeavesNothingOfOurs() {
        namespace.run(() -> {
            namespaceAddress("10.1.0.50/32");
            commit(service(WEB, null, FIRST, SECOND));

            fullNat.stop(true);
            loop.run();

            assertThat(execute("nft list ruleset")).isEmpty();
            assertThat(addresses()).contains("10.1.0.50/32").doesNotContain("10.1.0.51/32");
            assertThat(folder).isEmptyDirectory();
        });
    }

    @Test
    void theNextDirectorCleansUpAfterOneThatDied() {
        namespace.run(() -> {
            commit(service(WEB, null, FIRST, SECOND));

            fullNat = director();
            commit(service(WEB, null, FIRST));
            assertThat(addresses()).contains("10.1.0.50/32").doesNotContain("10.1.0.51/32");

            fullNat = director();
            commit();
            assertThat(execute("nft list ruleset")).isEmpty();
            assertThat(addresses()).doesNotContain("10.1.0.50/32");
        });
    }

    @Test
    void oneServiceIsGivenAnAddressMore() {
        namespace.run(() -> {
            commit(service(WEB, null, FIRST), service(TLS, null, FIRST));

            assertThat(override(true, WEB, FIRST).is(Errno.EEXIST)).isTrue();
            assertThat(override(false, WEB, SECOND).is(Errno.ENOENT)).isTrue();
            assertThat(override(true, WEB, SECOND).succeeded()).isTrue();
            loop.run();
            commit(service(WEB, null, FIRST), service(TLS, null, FIRST));
            assertThat(kernel.read().addresses(WEB)).containsExactly(FIRST, SECOND);
            assertThat(kernel.read().addresses(TLS)).containsExactly(FIRST);
            assertThat(addresses()).contains("10.1.0.51/32");

            override(false, WEB, FIRST);
            assertThat(kernel.read().addresses(WEB)).containsExactly(SECOND);

            fullNat = director();
            commit(service(WEB, null, FIRST), service(TLS, null, FIRST));
            assertThat(kernel.read().addresses(WEB)).containsExactly(SECOND);
            assertThat(fullNat.overrides())
                    .extracting(LocalAddressChange::toString)
                    .containsExactly("-P -t 192.0.2.10:80 -z 10.1.0.51", "-Q -t 192.0.2.10:80 -z 10.1.0.50");

            fullNat.lift(fullNat.overrides());
            loop.run();
            assertThat(kernel.read().addresses(WEB)).containsExactly(FIRST);
            assertThat(addresses()).doesNotContain("10.1.0.51/32");
        });
    }

    @Test
    void withoutADirectorTheTableIsChangedDirectly() {
        namespace.run(() -> {
            change(true, WEB, FIRST);
            change(true, WEB, SECOND);
            change(true, tcp("2001:db8::10", 80), address("2001:db8:1::50"));
            assertThat(change(true, WEB, SECOND).is(Errno.EEXIST)).isTrue();
            assertThat(kernel.read().addresses(WEB)).containsExactly(FIRST, SECOND);
            assertThat(kernel.connections().get(WEB)).containsExactly(Map.entry(FIRST, 0L), Map.entry(SECOND, 0L));
            assertThat(kernel.missing(new LocalAddressChange(true, WEB, SECOND)))
                    .anySatisfy(line -> assertThat(line).contains("ip address add 10.1.0.51/32"));

            change(false, WEB, FIRST);
            assertThat(kernel.read().addresses(WEB)).containsExactly(SECOND);
            assertThat(kernel.read().addresses(tcp("2001:db8::10", 80))).containsExactly(address("2001:db8:1::50"));

            change(false, WEB, SECOND);
            change(false, tcp("2001:db8::10", 80), address("2001:db8:1::50"));
            assertThat(execute("nft list ruleset")).isEmpty();
        });
    }

    @Test
    void whatIsMissingIsSaid() {
        namespace.run(() -> {
            commit(service(WEB, "eth7", FIRST));

            assertThat(fullNat.status().problems()).contains("local address 10.1.0.50: there is no interface eth7");
        });
    }

    private NetlinkAck override(boolean add, ServiceKey.ByAddress service, InetAddress address) {
        var answers = fullNat.override(List.of(new LocalAddressChange(add, service, address)))
                .toCompletableFuture();
        loop.run();
        return answers.join().get(0);
    }

    private NetlinkAck change(boolean add, ServiceKey.ByAddress service, InetAddress address) {
        return kernel.change(new LocalAddressChange(add, service, address));
    }

    private static Configuration configuration(Repair repair, VirtualServer... servers) {
        IpvsSettings plain = IpvsSettings.defaults();
        IpvsSettings settings = new IpvsSettings(
                false, false, repair, null, plain.timeouts(), plain.syncDaemon(), plain.sysctlRepair());
        return VirtualServers.configuration(settings, servers);
    }

    private void commit(VirtualServer... servers) {
        commit(VirtualServers.configuration(servers));
    }

    private void commit(Configuration next) {
        var done = fullNat.commit(next).toCompletableFuture();
        loop.run();
        assertThat(done).isCompleted();
    }

    private static VirtualServer service(ServiceKey.ByAddress service, @Nullable String device, InetAddress... local) {
        List<LocalAddress> addresses = List.of(local).stream()
                .map(address -> new LocalAddress(address, device))
                .toList();
        return VirtualServers.from(addresses, virtualServer(service, realServer(key("10.1.0.2", 8080), 1)));
    }

    private static void namespaceAddress(String address) throws Exception {
        execute("ip address add " + address + " dev eth1");
    }

    private static String addresses() throws Exception {
        return execute("ip -oneline address show dev eth1");
    }

    /** Handles show whether a rule is still the same one. */
    private static String rulesWithHandles() throws Exception {
        return execute("nft -a list chain inet pollux_fullnat postrouting");
    }

    private static String execute(String command) throws Exception {
        Process process = new ProcessBuilder(command.split(" ", -1))
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(command + ": " + output).isZero();
        return output;
    }
}
