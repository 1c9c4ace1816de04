package dev.pollux.integration.director;

import dev.pollux.integration.network.Command;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.opentest4j.TestAbortedException;

/** Gives every test the one pair of the run, swept; tells of a failed test what the directors and the wire said. */
final class DirectorPairExtension
        implements ParameterResolver,
                BeforeAllCallback,
                BeforeEachCallback,
                AfterTestExecutionCallback,
                AfterEachCallback {

    private static final ExtensionContext.Namespace STORE =
            ExtensionContext.Namespace.create(DirectorPairExtension.class);
    private static final List<String> TOOLS = List.of("ip", "nsenter", "tcpdump");

    @Override
    public void beforeAll(ExtensionContext context) {
        require("root", Command.of("id", "-u").output().strip().equals("0"));
        for (String tool : TOOLS) {
            require(
                    "the program " + tool,
                    Command.of("sh", "-c", "command -v " + tool).result().exitCode() == 0);
        }
        Program program = Program.underTest();
        require(program.executable().toString(), program.installed());
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        System.out.println("  " + context.getRequiredTestClass().getSimpleName() + ": " + context.getDisplayName());
        pair(context).sweep();
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        context.getExecutionException()
                .filter(failure -> !(failure instanceof TestAbortedException))
                .ifPresent(failure -> System.out.println(
                        "FAILED: " + failure + "\n" + pair(context).describe()));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        pair(context).sweep();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == DirectorPair.class;
    }

    @Override
    public DirectorPair resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return pair(context);
    }

    /** The root context lives as long as the run and closes what its store holds. */
    private static DirectorPair pair(ExtensionContext context) {
        return context.getRoot()
                .getStore(STORE)
                .getOrComputeIfAbsent(DirectorPair.class, key -> closedAtExit(new DirectorPair()), DirectorPair.class);
    }

    private static DirectorPair closedAtExit(DirectorPair pair) {
        Runtime.getRuntime().addShutdownHook(new Thread(pair::close, "removes the director pair"));
        return pair;
    }

    private static void require(String what, boolean present) {
        if (!present) {
            System.err.println("NOT RUN: this test needs " + what);
        }
        Assumptions.assumeTrue(present, () -> "needs " + what);
    }
}
