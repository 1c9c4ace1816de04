package dev.pollux.linux.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Signals to a child JVM: in this one the test framework's threads do not block them, and a signal that finds such a
 * thread ends the process.
 */
@Timeout(60)
class SignalDescriptorTest {

    @Test
    void everySignalComesByTheDescriptorWithItsSender() throws Exception {
        try (Child child = Child.start(List.of())) {
            for (String name : List.of("HUP", "USR1", "USR2", "INT", "RTMIN+2", "HUP", "TERM")) {
                long sender = child.kill(name);
                assertThat(child.line()).isEqualTo("SIG" + name + " from " + sender);
            }
            assertThat(child.line()).isEqualTo("end");
            assertThat(child.process().waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(child.process().exitValue()).isZero();
        }
    }

    @Test
    void theDeathOfTheParentIsASignalToo() throws Exception {
        // The inner shell is the parent and ends with its standard input; the outer one keeps the output open.
        String supervisor = "sh -c '\"$@\" & read line' inner \"$@\"; exec sleep 60";
        try (Child child = Child.start(List.of("sh", "-c", supervisor, "outer"))) {
            child.process().getOutputStream().close();

            assertThat(child.line()).startsWith("SIGTERM from ");
            assertThat(child.line()).isEqualTo("end");
        }
    }

    private record Child(Process process, BufferedReader output) implements AutoCloseable {

        /** Starts the JVM under a supervising command, if any, and waits until it is ready. */
        static Child start(List<String> supervisor) throws IOException {
            List<String> command = new ArrayList<>(supervisor);
            command.addAll(List.of(
                    "env",
                    "--block-signal=HUP,USR1,USR2,TERM,INT,RTMIN+2",
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xrs",
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    System.getProperty("java.class.path")));
            command.addAll(flagsOf(Runtime.version().feature()));
            command.add(SignalChild.class.getName());
            ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
            // HotSpot suspends threads with SIGUSR2 otherwise, and unblocks it for that. 28 is SIGWINCH.
            builder.environment().put("_JAVA_SR_SIGNUM", "28");
            Process process = builder.start();
            Child child = new Child(process, process.inputReader());
            assertThat(child.line()).isEqualTo("blocked true");
            assertThat(child.line()).isEqualTo("ready");
            return child;
        }

        private static List<String> flagsOf(int release) {
            if (release < 24) {
                return List.of();
            }
            return List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow");
        }

        String line() throws IOException {
            return String.valueOf(output.readLine());
        }

        /** Gives the sender's process id. */
        long kill(String signal) throws IOException, InterruptedException {
            Process kill = new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid()))
                    .inheritIO()
                    .start();
            assertThat(kill.waitFor()).isZero();
            return kill.pid();
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }
}
