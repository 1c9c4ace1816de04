package dev.pollux.director.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a command line means. */
public sealed interface Invocation {

    /** Run as a daemon. */
    record Run(RunOptions options) implements Invocation {}

    /**
     * {@code -t}.
     *
     * @param log where diagnostics are appended; null: standard error
     */
    record ConfigTest(RunOptions options, @Nullable Path log, ReportForm form) implements Invocation {}

    /** {@code check FILE...}: judge files, run nothing. */
    record Check(List<Path> files, ReadingOptions reading, CheckReport report) implements Invocation {}

    /**
     * {@code check-pair FILE FILE}: compare what both directors of a pair read, run nothing.
     *
     * @param strict notices count as problems
     */
    record CheckPair(PairMember first, PairMember second, boolean strict, ReportForm form) implements Invocation {}

    /** The configuration of one director. */
    record PairMember(Path file, ReadingOptions reading) {}

    /**
     * {@code config dump FILE}: write what was understood of a file.
     *
     * @param secrets passwords too
     */
    record Dump(Path file, ReadingOptions reading, boolean secrets) implements Invocation {}

    /** {@code ipvsadm}: look at the kernel's IPVS table or change it. */
    record Ipvsadm(List<String> words) implements Invocation {}

    /** {@code override}: look at what an operator has changed of a running director's services, or end it. */
    record Overrides(List<String> words) implements Invocation {}

    /** {@code realserver}: make this machine ready to be a real server, or say how. */
    record PrepareServer(RealServerNeeds needs, Deed deed) implements Invocation {

        /** What is to be done. */
        public enum Deed {
            /** Say what {@link #APPLY} would do. */
            PLAN,
            /** Print a shell script that does it. */
            SCRIPT,
            /** Print a unit of systemd that runs the script. */
            UNIT,
            APPLY,
            /** Undo; needs without addresses: everything of the mode. */
            REMOVE
        }
    }

    /** {@code doctor}: look for what would break the service of this machine. */
    record Diagnose(Patient patient, Examination examination) implements Invocation {}

    /**
     * What the doctor is told of this machine.
     *
     * @param file the director's configuration; null: there is none
     * @param server it is a real server that needs this; null: the file says whether it is one
     * @param director it is a director, even if it is a real server of the file too
     */
    record Patient(
            @Nullable Path file,
            ReadingOptions reading,
            @Nullable RealServerNeeds server,
            boolean director) {}

    /**
     * How the doctor looks.
     *
     * @param listen how long to listen to the network at most; zero: ask it nothing; null: three advert intervals
     */
    record Examination(@Nullable Duration listen, ReportForm form) {}

    /** Print something and end well. */
    record Print(String text) implements Invocation {}

    /** {@code -v}. */
    record Version() implements Invocation {}

    /** The command line is wrong. */
    record Rejected(String reason) implements Invocation {}
}
