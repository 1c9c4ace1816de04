package dev.pollux.linux.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pollux.linux.event.EventLoops;
import io.netty.channel.IoEventLoop;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class KernelRequestsTest {

    private static final String SCHED_RR = "2";

    @Test
    void aLoopsThreadAloneBecomesRealTime() throws Exception {
        assumeTrue(ProcessStatus.read().has(Capability.SYS_NICE), "SKIPPED: needs CAP_SYS_NICE for SCHED_RR");
        IoEventLoop loop = EventLoops.create("test-rt", () -> ThreadScheduling.realTime(ThreadScheduling.CALLER, 3));

        List<String> inside = loop.submit(KernelRequestsTest::schedulingFields).get();
        loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();

        assertThat(inside).containsExactly("3", SCHED_RR);
        assertThat(schedulingFields()).last().isNotEqualTo(SCHED_RR);
    }

    @Test
    void memoryIsLockedAsItIsTouched() throws Exception {
        assumeTrue(ProcessStatus.read().has(Capability.IPC_LOCK), "SKIPPED: needs CAP_IPC_LOCK for mlockall");
        MemoryLock.lockAll();

        assertThat(Files.readAllLines(Path.of("/proc/self/status")))
                .anyMatch(line -> line.startsWith("VmLck:") && !line.matches("VmLck:\\s+0 kB"));
    }

    /** Fields 40 (rt_priority) and 41 (policy) of proc_pid_stat(5), for the calling thread. */
    private static List<String> schedulingFields() throws Exception {
        String stat = Files.readString(Path.of("/proc/thread-self/stat"));
        // The name, field 2, is in brackets and may contain blanks.
        List<String> fromField3 =
                List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1));
        return fromField3.subList(37, 39);
    }
}
