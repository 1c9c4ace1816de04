package dev.pollux.healthcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pollux.grammar.model.BfdCheck;
import dev.pollux.grammar.model.CheckTiming;
import dev.pollux.grammar.model.Configuration;
import dev.pollux.linux.event.EventLoops;
import dev.pollux.linux.event.LatenessListener;
import dev.pollux.linux.time.NanoClock;
import io.netty.channel.IoEventLoop;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** {@code BFD_CHECK}: told of sessions, asking nobody. */
class SessionCheckTest {

    private static final BfdCheck CHECK = new BfdCheck(CheckTiming.none(), "x");
    private static final BfdCheck ALPHA = CHECK.withTiming(CheckTiming.none().withAlpha());

    private final List<IoEventLoop> loops = List.of(EventLoops.create("check-0"), EventLoops.create("check-1"));
    private final List<String> verdicts = new CopyOnWriteArrayList<>();
    private final HealthCheckProxy checks = HealthCheckProxy.start(
            new HealthCheckEnvironment(loops, NanoClock.system(), this::tell, LatenessListener.NONE, 10));

    @AfterEach
    void stop() {
        checks.stop().toCompletableFuture().orTimeout(60, TimeUnit.SECONDS).join();
        loops.forEach(loop -> loop.shutdownGracefully(0, 5, TimeUnit.SECONDS).awaitUninterruptibly());
    }

    private void tell(CheckerVerdict verdict) {
        verdicts.add(verdict.realServer().port() + (verdict.up() ? " up: " : " down: ") + verdict.reason());
    }

    private void load(Configuration configuration) {
        checks.prepare(configuration)
                .thenCompose(checks::commit)
                .toCompletableFuture()
                .orTimeout(60, TimeUnit.SECONDS)
                .join();
    }

    private void hear(String... expected) {
        await().untilAsserted(() -> assertThat(verdicts).containsExactly(expected));
    }

    @Test
    void followsItsSession() {
        load(Configurations.of(Configurations.server(80, CHECK)));
        assertThat(checks.status().get(0).up()).isTrue();
        assertThat(checks.status().get(0).spoken()).isFalse();

        checks.session("x", false, "silent");
        checks.session("y", true, "another");
        hear("80 down: silent");
        checks.session("x", false, "silent still");
        checks.session("x", true, "here");
        hear("80 down: silent", "80 up: Check passed");
        assertThat(checks.status().get(0).type()).isEqualTo("BFD_CHECK");
        assertThat(checks.status().get(0).runs()).isEqualTo(2);
    }

    @Test
    void withAlphaTheServerIsDownUntilTheSessionIsUp() {
        load(Configurations.of(Configurations.server(80, ALPHA)));
        assertThat(checks.status().get(0).up()).isFalse();
        checks.session("x", true, "here");
        hear("80 up: Check passed");
    }

    @Test
    void aReloadKeepsWhatIsKnown() {
        load(Configurations.of(Configurations.server(80, CHECK)));
        checks.session("x", false, "silent");
        hear("80 down: silent");

        load(Configurations.of(Configurations.server(80, CHECK), Configurations.server(81, CHECK)));
        hear("80 down: silent", "81 down: silent");
        assertThat(checks.status()).allMatch(status -> !status.up() && status.runs() == 1);

        load(Configurations.of(Configurations.server(81, CHECK)));
        checks.session("x", true, "here");
        hear("80 down: silent", "81 down: silent", "81 up: Check passed");
    }
}
