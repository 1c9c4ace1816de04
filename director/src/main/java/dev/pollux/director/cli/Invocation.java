package dev.pollux.director.cli;

import java.nio.file.Path;
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

    /** Print something and end well. */
    record Print(String text) implements Invocation {}

    /** {@code -v}. */
    record Version() implements Invocation {}

    /** The command line is wrong. */
    record Rejected(String reason) implements Invocation {}
}
