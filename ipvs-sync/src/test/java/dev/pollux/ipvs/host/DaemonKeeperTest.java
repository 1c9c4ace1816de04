package dev.pollux.ipvs.host;

import static dev.pollux.ipvs.fixture.VirtualServers.address;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.grammar.model.SyncDaemonSettings;
import dev.pollux.ipvs.fixture.LogLines;
import dev.pollux.ipvs.kernel.DaemonTable;
import dev.pollux.ipvs.kernel.SyncDaemon;
import dev.pollux.ipvs.kernel.SyncDaemon.Role;
import dev.pollux.linux.syscall.Errno;
import dev.pollux.linux.syscall.SystemCallException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DaemonKeeperTest {

    private static final SyncDaemonSettings FOLLOWING = settings("VI", 7);

    private final FakeDaemons kernel = new FakeDaemons();
    private final DaemonKeeper keeper = new DaemonKeeper(() -> Optional.of(kernel));

    @Test
    void aBackupListensAndAMasterSends() {
        keeper.configure(FOLLOWING);
        keeper.instance("another", true);
        assertThat(kernel.taken()).containsExactly("start backup eth0 7");
        keeper.instance("VI", true);
        assertThat(kernel.taken()).containsExactly("stop backup", "start master eth0 7");
        keeper.instance("VI", true);
        keeper.keep();
        assertThat(kernel.taken()).isEmpty();
        keeper.instance("VI", false);
        assertThat(kernel.taken()).containsExactly("stop master", "start backup eth0 7");
        keeper.configure(null);
        assertThat(kernel.taken()).containsExactly("stop backup");
    }

    @Test
    void anInstanceThatIsMasterAlreadyIsKnown() {
        keeper.instance("VI", true);
        keeper.configure(FOLLOWING);
        assertThat(kernel.taken()).containsExactly("start master eth0 7");
    }

    @Test
    void withoutAnInstanceBothRun() {
        keeper.configure(settings(null, 0));
        assertThat(kernel.taken()).containsExactly("start master eth0 0", "start backup eth0 0");
        keeper.configure(null);
        assertThat(kernel.taken()).containsExactly("stop master", "stop backup");
    }

    @Test
    void oneThatRunsAsItShouldIsLeftAndAnotherReplaced() {
        kernel.put(new SyncDaemon(Role.BACKUP, "eth0", 7, 1452, 8848, 1, address("224.0.0.81")));
        kernel.put(new SyncDaemon(Role.MASTER, "eth0", 7, 1452, 8848, 1, address("224.0.0.81")));
        keeper.configure(FOLLOWING);
        assertThat(kernel.taken()).containsExactly("stop master");
        keeper.configure(settings("VI", 8));
        assertThat(kernel.taken()).containsExactly("stop backup", "start backup eth0 8");
    }

    @Test
    void oneThatSomebodyStoppedRunsAgain() {
        keeper.configure(FOLLOWING);
        kernel.running.clear();
        kernel.taken();
        keeper.keep();
        assertThat(kernel.taken()).containsExactly("start backup eth0 7");
    }

    @Test
    void daemonsOfOthersAreNotTouchedWhereNoneIsConfigured() {
        kernel.put(new SyncDaemon(Role.MASTER, "eth0", 1, 0, 0, 0, null));
        keeper.configure(null);
        keeper.instance("VI", true);
        keeper.keep();
        assertThat(kernel.taken()).isEmpty();
    }

    @Test
    void troubleIsToldOnceAndTriedAgain() {
        try (LogLines log = new LogLines()) {
            kernel.failure = Errno.ENODEV;
            keeper.configure(FOLLOWING);
            keeper.keep();
            assertThat(log.take()).singleElement().asString().contains("ENODEV");
            kernel.failure = null;
            keeper.keep();
            assertThat(log.take()).containsExactly("Started the IPVS sync daemon, backup, on eth0 with id 7");
        }
    }

    private static SyncDaemonSettings settings(@Nullable String instance, int id) {
        return new SyncDaemonSettings("eth0", instance, id, 0, 0, 0, null);
    }

    private static final class FakeDaemons implements DaemonTable {

        private final Map<Role, SyncDaemon> running = new EnumMap<>(Role.class);
        private final List<String> calls = new ArrayList<>();
        private @Nullable Errno failure;

        void put(SyncDaemon daemon) {
            running.put(daemon.role(), daemon);
        }

        List<String> taken() {
            List<String> taken = List.copyOf(calls);
            calls.clear();
            return taken;
        }

        @Override
        public List<SyncDaemon> daemons() {
            return List.copyOf(running.values());
        }

        @Override
        public void startDaemon(SyncDaemon daemon) {
            if (failure != null) {
                throw new SystemCallException("netlink", failure.number());
            }
            assertThat(running).doesNotContainKey(daemon.role());
            put(daemon);
            calls.add("start " + daemon.role() + " " + daemon.interfaceName() + " " + daemon.syncId());
        }

        @Override
        public void stopDaemon(Role role) {
            assertThat(running.remove(role)).isNotNull();
            calls.add("stop " + role);
        }

        @Override
        public void close() {}
    }
}
