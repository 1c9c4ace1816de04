package dev.pollux.integration.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.pollux.integration.director.Program;
import dev.pollux.integration.network.Command;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The scenarios on a kernel with IPVS, in one boot: real traffic by NAT, DR and TUN, failover, tables, tutorial. */
class LabIT {

    /** The longest silence of a run that is well is that of the kernel tests, a minute or two in an emulated machine. */
    private static final Duration SILENCE = Duration.ofSeconds(210);

    @TestFactory
    Stream<DynamicTest> scenarios() throws Exception {
        boolean root = Files.getOwner(Path.of("/proc/self")).getName().equals("root");
        Assumptions.assumeTrue(root, "the lab needs root");
        // The first start prepares the next ones, and would take minutes in an emulated machine.
        Command.of(Program.underTest().executable().toString(), "--version").result();
        LabRun run = play();
        return Stream.concat(
                Stream.of(dynamicTest("the scenarios came to their end", () -> assertThat(run.complete())
                        .as(String.join("\n", run.output()))
                        .isTrue())),
                LabCheck.parse(run.output()).stream().map(check -> dynamicTest(check.name(), check::assertPassed)));
    }

    /** Emulated machines were seen to stand still, with an idle processor, for good: then in another one. */
    private static LabRun play() {
        String program = Program.underTest().name().toLowerCase(Locale.ROOT);
        LabRun first = LabRun.of(program, SILENCE);
        if (first.complete()) {
            return first;
        }
        System.out.println("  lab: NOT RUN TO THE END, the machine stood still; once more in another one");
        return LabRun.of(program, SILENCE);
    }
}
