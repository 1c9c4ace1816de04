package dev.pollux.director.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pollux.director.metrics.Sample;
import dev.pollux.grammar.ConfigurationReader;
import dev.pollux.grammar.ReaderOptions;
import dev.pollux.grammar.host.HostFacts;
import dev.pollux.grammar.model.Configuration;
import dev.pollux.linux.event.EventLoops;
import dev.pollux.linux.process.Capability;
import dev.pollux.linux.process.ProcessStatus;
import io.netty.channel.IoEventLoop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the kernel says of the threads, by proc_pid_stat(5). */
class PunctualityTest {

    private static final String INSTANCE = "vrrp_instance V {\n interface eth0\n virtual_router_id 1\n}\n";
    private static final int NICE = 19;
    private static final int REAL_TIME = 40;
    private static final int POLICY = 41;
    private static final String ROUND_ROBIN = "2";
    private static final String ORDINARY = "0";

    private final Path folder;
    private final IoEventLoop vrrp = EventLoops.create("vrrp");
    private final IoEventLoop bfd = EventLoops.create("bfd");
    private final IoEventLoop lvs = EventLoops.create("lvs");
    private final IoEventLoop check = EventLoops.create("check-0");
    private final Punctuality punctuality = new Punctuality(vrrp, bfd, lvs, List.of(check));

    PunctualityTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeEach
    void requireCapability() {
        assumeTrue(
                ProcessStatus.read().has(Capability.SYS_NICE), "SKIPPED: needs CAP_SYS_NICE for real-time scheduling");
    }

    @AfterEach
    void shutDown() {
        punctuality.apply(Configuration.empty()); // the JVM's own thread, too
        List.of(vrrp, bfd, lvs, check)
                .forEach(loop -> loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly());
    }

    @Test
    void onlyTheLoopOfAdvertsHasTheLeastRealTimePriority() {
        apply("");
        assertThat(fields(vrrp, REAL_TIME, POLICY)).containsExactly("1", ROUND_ROBIN);
        assertThat(fields(lvs, POLICY)).containsExactly(ORDINARY);
        assertThat(fields(check, POLICY)).containsExactly(ORDINARY);
        assertThat(priorities()).containsEntry("vrrp", 1.0).containsEntry("check-0", 0.0);
    }

    @Test
    void whatTheLoopStartsIsOrdinary() throws Exception {
        apply("");
        String child = vrrp.submit(() -> {
                    Process process = new ProcessBuilder("cat", "/proc/self/stat").start();
                    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                })
                .get();
        assertThat(field(child, POLICY)).isEqualTo(ORDINARY);
    }

    @Test
    void aReloadGivesAndTakes() {
        apply("vrrp_rt_priority 7\n checker_rt_priority 2\n checker_priority 5\n");
        assertThat(fields(vrrp, REAL_TIME)).containsExactly("7");
        assertThat(fields(lvs, REAL_TIME, NICE)).containsExactly("2", "5");
        assertThat(fields(check, REAL_TIME, NICE)).containsExactly("2", "5");
        apply("vrrp_real_time off\n vrrp_rt_priority 7\n vrrp_priority 3\n");
        assertThat(fields(vrrp, REAL_TIME, POLICY, NICE)).containsExactly("0", ORDINARY, "3");
        assertThat(fields(check, POLICY, NICE)).isEqualTo(own(POLICY, NICE));
    }

    @Test
    void processorsAreThoseOfTheFile() throws Exception {
        apply("vrrp_cpu_affinity 0\n");
        assertThat(allowed(vrrp)).isEqualTo("0");
        apply("");
        assertThat(allowed(vrrp)).isEqualTo(allowed(Path.of("/proc/self/status")));
    }

    @Test
    void aProcessorThatIsNotThereChangesNothing() throws Exception {
        apply("vrrp_cpu_affinity 1000\n");
        assertThat(allowed(vrrp)).isEqualTo(allowed(Path.of("/proc/self/status")));
    }

    @Test
    void aLoopThatIsLateRisesAsFarAsItMay() throws Exception {
        apply("max_auto_priority 2\n min_auto_priority_delay 1000\n");
        late(999_000);
        assertThat(fields(vrrp, REAL_TIME)).containsExactly("1");
        late(1_001_000);
        assertThat(fields(vrrp, REAL_TIME)).containsExactly("2");
        late(1_001_000);
        assertThat(fields(vrrp, REAL_TIME)).containsExactly("2");
        apply("");
        assertThat(fields(vrrp, REAL_TIME)).containsExactly("1");
    }

    @Test
    void withoutVirtualRoutersNothingIsRealTime() {
        punctuality.apply(Configuration.empty());
        assertThat(fields(vrrp, POLICY)).containsExactly(ORDINARY);
    }

    private void apply(String global) {
        Path file = folder.resolve("keepalived.conf");
        try {
            Files.writeString(file, "global_defs {\n " + global + "}\n" + INSTANCE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        punctuality.apply(ConfigurationReader.read(file, ReaderOptions.of("here", HostFacts.permissive()))
                .configuration());
    }

    private void late(long nanos) throws Exception {
        vrrp.submit(() -> punctuality.vrrp().expired(nanos)).get();
    }

    private Map<String, Double> priorities() {
        return punctuality.samples().stream()
                .collect(Collectors.toMap(sample -> sample.labels().get(0), Sample::value));
    }

    private static List<String> fields(IoEventLoop loop, int... numbers) {
        return loop.submit(() -> fields(Path.of("/proc/thread-self/stat"), numbers))
                .syncUninterruptibly()
                .getNow();
    }

    private static List<String> own(int... numbers) {
        return fields(Path.of("/proc/self/stat"), numbers);
    }

    private static List<String> fields(Path file, int... numbers) {
        String stat = read(file);
        return Arrays.stream(numbers).mapToObj(number -> field(stat, number)).toList();
    }

    /** The name, field 2, is in brackets and may contain blanks. */
    private static String field(String stat, int number) {
        return List.of(stat.substring(stat.lastIndexOf(')') + 2).strip().split(" ", -1))
                .get(number - 3);
    }

    private static String allowed(IoEventLoop loop) throws Exception {
        return loop.submit(() -> allowed(Path.of("/proc/thread-self/status"))).get();
    }

    private static String allowed(Path status) {
        return read(status)
                .lines()
                .filter(line -> line.startsWith("Cpus_allowed_list:"))
                .map(line -> line.replaceAll(".*\\s", ""))
                .findFirst()
                .orElseThrow();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
