package dev.pollux.healthcheck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.linux.event.EventLoops;
import io.netty.channel.IoEventLoop;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectionBudgetTest {

    private final IoEventLoop loop = EventLoops.create("check-test");

    @AfterEach
    void shutDown() {
        loop.shutdownGracefully(0, 5, TimeUnit.SECONDS).awaitUninterruptibly();
    }

    @Test
    void whoFindsNothingLeftWaitsInLine() {
        List<String> ran = new ArrayList<>();
        ConnectionBudget budget = new ConnectionBudget(loop, 2);
        onLoop(() -> {
            for (String name : List.of("a", "b", "c", "d")) {
                budget.spend(() -> ran.add(name));
            }
        });
        onLoop(() -> assertThat(ran).containsExactly("a", "b"));
        onLoop(budget::release);
        onLoop(() -> assertThat(ran).containsExactly("a", "b", "c"));
        onLoop(budget::release);
        onLoop(budget::release);
        onLoop(budget::release);
        onLoop(() -> budget.spend(() -> ran.add("e")));
        onLoop(() -> assertThat(ran).containsExactly("a", "b", "c", "d", "e"));
    }

    /** Work that the task hands to the loop is done before the next call's. */
    private void onLoop(Runnable task) {
        loop.submit(task).syncUninterruptibly();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            Max open files            1024                 524288               files | 768
            Max open files            524288               524288               files | 524032
            # a small limit is shared
            Max open files            64                   64                   files | 32
            Max open files            unlimited            unlimited            files | 2147483647
            Max processes             1                    1                    processes | 768
            """)
    void limit(String line, int connections) {
        assertThat(ConnectionBudget.fromLimits(List.of("Limit  Soft Limit  Hard Limit  Units", line)))
                .isEqualTo(connections);
    }

    @Test
    void thisProcessHasALimit() {
        assertThat(ConnectionBudget.forThisProcess()).isPositive();
    }
}
