package dev.pollux.healthcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.pollux.grammar.model.CheckTiming;
import dev.pollux.grammar.model.Checker;
import dev.pollux.grammar.model.Configuration;
import dev.pollux.grammar.model.RealServer;
import dev.pollux.healthcheck.probe.LoopbackServer;
import dev.pollux.linux.event.EventLoops;
import dev.pollux.linux.time.NanoClock;
import io.netty.channel.IoEventLoop;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whole checkers against servers on this machine. */
class HealthCheckProxyTest {

    private static final int BUDGET = 40;
    private static final CheckTiming ONCE =
            new CheckTiming(Duration.ofHours(1), 1, Duration.ofHours(1), Duration.ZERO, false, false);

    private final List<IoEventLoop> loops = List.of(EventLoops.create("check-0"), EventLoops.create("check-1"));
    private final List<String> verdicts = new CopyOnWriteArrayList<>();
    private final AtomicInteger due = new AtomicInteger();
    private final HealthCheckProxy checks = HealthCheckProxy.start(
            new HealthCheckEnvironment(loops, NanoClock.system(), this::tell, late -> due.incrementAndGet(), BUDGET));

    @BeforeAll
    static void bePatient() {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(60));
    }

    @AfterEach
    void stop() {
        wait(checks.stop());
        loops.forEach(loop -> loop.shutdownGracefully(0, 5, TimeUnit.SECONDS).awaitUninterruptibly());
    }

    @Test
    void theFirstResultIsToldAndThenEveryChange() throws IOException {
        LoopbackServer server = new LoopbackServer(connection -> {});
        load(Configurations.of(Configurations.server(80, Checkers.tcp(server.port()))));
        assertThat(status().spoken()).isFalse();
        assertThat(status().up()).isTrue();
        await().until(() -> status().runs() >= 3);
        assertThat(verdicts).containsExactly("80/0 up: Check passed");

        server.close();
        await().until(() -> !status().up());
        await().until(() -> status().consecutiveFailures() >= 3);
        assertThat(verdicts).containsExactly("80/0 up: Check passed", "80/0 down: Connection refused");

        try (LoopbackServer again = new LoopbackServer(server.port(), connection -> {})) {
            await().until(() -> status().up() && status().runs() > 0 && again.accepted() > 0);
            assertThat(status().consecutiveFailures()).isZero();
            assertThat(status().type()).isEqualTo("TCP_CHECK");
            assertThat(status().latency()).isPositive();
            assertThat(verdicts).hasSize(3);
        }
    }

    @Test
    void aReloadOfTheSameLeavesEverythingAsItIs() throws IOException {
        try (LoopbackServer server = new LoopbackServer(connection -> {})) {
            Configuration same = Configurations.of(Configurations.server(80, Checkers.tcp(server.port())));
            load(same);
            await().until(() -> status().spoken());
            CheckerStatus before = status();
            for (int i = 0; i < 3; i++) {
                load(same);
                assertThat(status().spoken()).isTrue();
                assertThat(status().sinceNanos()).isEqualTo(before.sinceNanos());
                assertThat(status().runs()).isGreaterThanOrEqualTo(before.runs());
            }
            await().until(() -> status().runs() > before.runs());
            assertThat(verdicts).containsExactly("80/0 up: Check passed");
        }
    }

    @Test
    void aRetimedCheckerKeepsWhatItKnows() throws IOException {
        LoopbackServer gone = new LoopbackServer(connection -> {});
        gone.close();
        Checker checker = Checkers.tcp(gone.port());
        load(Configurations.of(Configurations.server(80, checker)));
        await().until(() -> status().spoken());
        CheckTiming other = new CheckTiming(Duration.ofMillis(70), 2, Duration.ofMillis(70), Duration.ZERO, true, true);
        load(Configurations.of(Configurations.server(80, checker.withTiming(other))));
        CheckerStatus retimed = status();
        assertThat(retimed.spoken()).isTrue();
        assertThat(retimed.up()).isFalse();
        await().until(() -> status().runs() > retimed.runs());
        assertThat(verdicts).containsExactly("80/0 down: Connection refused");
    }

    @Test
    void aCheckerThatMovesSpeaksForItsNewPlaceAndANewOneForTheOld() throws IOException {
        LoopbackServer gone = new LoopbackServer(connection -> {});
        gone.close();
        try (LoopbackServer server = new LoopbackServer(connection -> {})) {
            Checker down = Checkers.tcp(gone.port());
            load(Configurations.of(Configurations.server(80, down)));
            await().until(() -> status().spoken());
            load(Configurations.of(Configurations.server(80, Checkers.tcp(server.port()), down)));
            await().until(() -> checks.status().stream().allMatch(CheckerStatus::spoken));
            assertThat(verdicts)
                    .containsExactlyInAnyOrder(
                            "80/0 down: Connection refused",
                            "80/0 up: Not checked yet",
                            "80/1 down: Connection refused",
                            "80/0 up: Check passed");
        }
    }

    @Test
    void aNewAlphaCheckerDoesNotTakeALiveServerDown() throws IOException {
        try (LoopbackServer server = new LoopbackServer(connection -> {})) {
            Checker plain = Checkers.tcp(server.port());
            CheckTiming alphaTiming =
                    new CheckTiming(Duration.ofMillis(50), 1, Duration.ofMillis(50), Duration.ofHours(1), true, false);
            Checker alpha = Checkers.http(server.port(), "/").withTiming(alphaTiming);
            load(Configurations.of(Configurations.server(80, plain)));
            await().until(() -> status().spoken());
            load(Configurations.of(Configurations.server(80, plain, alpha), Configurations.server(81, alpha)));
            assertThat(checks.status()).extracting(CheckerStatus::up).containsExactly(true, true, false);
        }
    }

    @Test
    void whatIsRemovedClosesItsConnectionsAndSpeaksNoMore() throws IOException {
        try (LoopbackServer silent = new LoopbackServer(connection ->
                assertThat(connection.getInputStream().readAllBytes()).isNotEmpty())) {
            load(Configurations.of(Configurations.server(80, Checkers.http(silent.port(), "/"))));
            await().until(() -> silent.open() == 1);
            load(Configuration.empty());
            await().until(() -> silent.open() == 0);
            assertThat(checks.status()).isEmpty();
            assertThat(verdicts).isEmpty();
        }
    }

    @Test
    void stopClosesWhatIsUnderWay() throws IOException {
        try (LoopbackServer silent = new LoopbackServer(connection ->
                assertThat(connection.getInputStream().readAllBytes()).isNotEmpty())) {
            load(Configurations.of(Configurations.server(80, Checkers.http(silent.port(), "/"))));
            await().until(() -> silent.open() == 1);
            wait(checks.stop());
            await().until(() -> silent.open() == 0);
            assertThat(verdicts).isEmpty();
            assertThatThrownBy(() -> wait(checks.prepare(Configuration.empty())))
                    .hasRootCauseInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void aPlanThatWasOvertakenIsRefused() {
        HealthCheckPlan stale = wait(checks.prepare(Configuration.empty()));
        load(Configuration.empty());
        assertThatThrownBy(() -> wait(checks.commit(stale)))
                .hasRootCauseMessage("plan for generation 1 does not follow on 1");
    }

    @Test
    void thousandsOfCheckersAreThousandsOfChecks() throws IOException {
        try (LoopbackServer server = new LoopbackServer(connection -> {})) {
            load(Configurations.of(servers(3000, Checkers.tcp(server.port()).withTiming(ONCE))));
            await().until(() -> checks.status().stream().allMatch(CheckerStatus::spoken));
            assertThat(checks.status()).allMatch(CheckerStatus::up);
            assertThat(verdicts).hasSize(3000);
        }
    }

    @Test
    void noMoreConnectionsAreOpenThanTheBudgetAllows() throws IOException {
        try (LoopbackServer silent = new LoopbackServer(connection ->
                assertThat(connection.getInputStream().readAllBytes()).isNotEmpty())) {
            load(Configurations.of(
                    servers(3 * BUDGET, Checkers.http(silent.port(), "/").withTiming(ONCE))));
            // All are due, the budget is in use, and the rest waits.
            await().until(() -> due.get() == 3 * BUDGET && silent.open() == BUDGET);
            assertThat(silent.accepted()).isEqualTo(BUDGET);
            assertThat(verdicts).isEmpty();
        }
    }

    private static RealServer[] servers(int count, Checker checker) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(port -> Configurations.server(port, checker))
                .toArray(RealServer[]::new);
    }

    private void tell(CheckerVerdict verdict) {
        verdicts.add(verdict.realServer().port() + "/" + verdict.checkerIndex() + (verdict.up() ? " up: " : " down: ")
                + verdict.reason());
    }

    private CheckerStatus status() {
        assertThat(checks.status()).hasSize(1);
        return checks.status().get(0);
    }

    private void load(Configuration configuration) {
        wait(checks.prepare(configuration).thenCompose(checks::commit));
    }

    private static <T> T wait(CompletionStage<T> stage) {
        return stage.toCompletableFuture().orTimeout(60, TimeUnit.SECONDS).join();
    }
}
