package dev.pollux.director;

import dev.pollux.director.cli.RunOptions;
import dev.pollux.director.logging.LogOutput;
import dev.pollux.director.process.Permissions;
import dev.pollux.linux.process.ProcessStatus;
import java.io.PrintStream;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A director's life as a process: log, permissions, pid files, and in between the {@link Director}. */
final class Daemon {

    private static final Logger LOG = LoggerFactory.getLogger(Daemon.class);

    private final RunOptions options;
    private final PrintStream errors;

    Daemon(RunOptions options, PrintStream errors) {
        this.options = options;
        this.errors = errors;
    }

    /** Returns when the director has ended. */
    ExitCode run() {
        LogOutput log = LogOutput.start(options.log());
        Loops loops = Loops.create();
        try {
            log.addSyslog(loops.control());
            LOG.info("Starting {} v{}", Product.NAME, Product.version());
            LOG.info("Running on Linux {}, Java {}", Product.kernel(), System.getProperty("java.version"));
            options.withoutEffect()
                    .forEach(option -> LOG.warn("{} has no effect: Pollux has nothing of the kind", option));
            ExitCode code = permitted() ? new Director(options, loops).run() : ExitCode.PERMISSION;
            LOG.info("Stopped {} v{}", Product.NAME, Product.version());
            return code;
        } finally {
            log.stop();
            loops.shutDown();
        }
    }

    private boolean permitted() {
        Optional<String> complaint = Permissions.complaint(ProcessStatus.read(), options.vrrp());
        complaint.ifPresent(text -> {
            LOG.error(text);
            if (!options.log().console()) {
                errors.println("pollux: " + text);
            }
        });
        return complaint.isEmpty();
    }
}
