package dev.pollux.director;

import dev.pollux.director.cli.CommandLineReader;
import dev.pollux.director.cli.Invocation;
import dev.pollux.director.configuration.ConfigTest;
import dev.pollux.director.configuration.ConfigurationDump;
import dev.pollux.director.configuration.FileCheck;
import dev.pollux.director.configuration.PairReport;
import dev.pollux.director.doctor.Doctor;
import dev.pollux.director.realserver.RealServerTool;
import java.io.PrintStream;
import java.io.UncheckedIOException;

/** Where the process begins. */
public final class Main {

    private final PrintStream out;
    private final PrintStream errors;

    Main(PrintStream out, PrintStream errors) {
        this.out = out;
        this.errors = errors;
    }

    public static void main(String[] words) {
        System.exit(new Main(System.out, System.err).run(words));
    }

    /** Returns what the process ends with. */
    int run(String... words) {
        Invocation invocation = CommandLineReader.read(words);
        if (invocation instanceof Invocation.Run run) {
            return new Daemon(run.options(), errors).run().number();
        }
        if (invocation instanceof Invocation.ConfigTest test) {
            return test(test);
        }
        if (invocation instanceof Invocation.Check check) {
            return FileCheck.run(check, out);
        }
        if (invocation instanceof Invocation.CheckPair pair) {
            return PairReport.run(pair, out, errors);
        }
        if (invocation instanceof Invocation.Dump dump) {
            return ConfigurationDump.run(dump, out, errors);
        }
        if (invocation instanceof Invocation.Diagnose diagnose) {
            return Doctor.run(diagnose, out, errors);
        }
        if (invocation instanceof Invocation.PrepareServer server) {
            return new RealServerTool(EngineSet.journal("real-server"), out, errors)
                    .run(server)
                    .number();
        }
        if (invocation instanceof Invocation.Ipvsadm ipvsadm) {
            return IpvsTool.run(ipvsadm.words(), out, errors);
        }
        if (invocation instanceof Invocation.Overrides overrides) {
            return IpvsTool.override(overrides.words(), out, errors);
        }
        if (invocation instanceof Invocation.Print print) {
            out.print(print.text());
            return ExitCode.OK.number();
        }
        if (invocation instanceof Invocation.Version) {
            errors.print(Product.describe());
            return ExitCode.OK.number();
        }
        errors.println("pollux: " + ((Invocation.Rejected) invocation).reason());
        errors.println("Try: pollux --help");
        return ExitCode.FATAL.number();
    }

    private int test(Invocation.ConfigTest test) {
        try {
            return ConfigTest.run(test, errors);
        } catch (UncheckedIOException e) {
            errors.println("pollux: " + e.getMessage());
            return ExitCode.FATAL.number();
        }
    }
}
