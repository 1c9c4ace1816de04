package dev.pollux.director;

import dev.pollux.director.cli.RunOptions;
import dev.pollux.director.configuration.ConfigurationFile;
import dev.pollux.director.configuration.DiagnosticLog;
import dev.pollux.director.configuration.HeapDemand;
import dev.pollux.director.configuration.Verdict;
import dev.pollux.grammar.ReadResult;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the first configuration and, if there is something to run, runs it to the end. */
final class Director {

    private static final Logger LOG = LoggerFactory.getLogger(Director.class);

    private final RunOptions options;
    private final Loops loops;
    private final ConfigurationFile file;
    private final CompletableFuture<ExitCode> ended = new CompletableFuture<>();

    Director(RunOptions options, Loops loops) {
        this.options = options;
        this.loops = loops;
        this.file = new ConfigurationFile(options);
    }

    /** Returns when it has ended. Not to be called on a loop. */
    ExitCode run() {
        loops.control().execute(() -> {
            try {
                begin();
            } catch (RuntimeException e) {
                LOG.error("Cannot start", e);
                ended.complete(ExitCode.INTERNAL);
            }
        });
        return ended.join();
    }

    private void begin() {
        // Engines first: they load native code on their loops while this one reads.
        Tenure tenure = new Tenure(options, loops, file, ended);
        ReadResult first = file.readToRun(HeapDemand.comfort());
        if (first.tooLarge()) {
            ended.complete(largerHeap(first.bulk()));
            return;
        }
        DiagnosticLog.write(first);
        switch (Verdict.atStart(first)) {
            case NOTHING_TO_READ -> ended.complete(ExitCode.NO_CONFIGURATION);
            case REFUSED -> ended.complete(ExitCode.CONFIGURATION);
            case RUN -> {
                LOG.info("Configuration file {}", options.files().configuration());
                DiagnosticLog.writeAccepted(first);
                if (options.dumpConfiguration()) {
                    DiagnosticLog.writeConfiguration(first);
                }
                tenure.begin(file.wanted(first));
            }
        }
    }

    private ExitCode largerHeap(long bulk) {
        String complaint = HeapDemand.complaint(options.files().configuration(), bulk);
        String wish = System.getenv("POLLUX_HEAP_WISH");
        if (wish != null && !wish.isEmpty() && HeapDemand.ask(Path.of(wish), bulk)) {
            LOG.info("{}: starting again", complaint);
            return ExitCode.HEAP;
        }
        LOG.error("{}: set POLLUX_HEAP", complaint);
        return ExitCode.CONFIGURATION;
    }
}
