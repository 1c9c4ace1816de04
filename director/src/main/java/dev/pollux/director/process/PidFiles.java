package dev.pollux.director.process;

import dev.pollux.director.cli.RunFiles;
import dev.pollux.grammar.model.Configuration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where programs look for keepalived's VRRP, checker and BFD processes, which are one process here: files with its number, for
 * each side that was named on the command line or has something to do.
 */
public final class PidFiles {

    private static final Logger LOG = LoggerFactory.getLogger(PidFiles.class);
    private static final Path VRRP = Path.of("/run/pollux-vrrp.pid");
    private static final Path CHECKERS = Path.of("/run/pollux-checkers.pid");
    private static final Path BFD = Path.of("/run/pollux-bfd.pid");

    private final RunFiles files;
    private final String content = ProcessHandle.current().pid() + "\n";
    private final Set<Path> written = new LinkedHashSet<>();

    public PidFiles(RunFiles files) {
        this.files = files;
    }

    /** Writes those that are missing. A director runs without them as well, so that a failure is only said. */
    public void write(Configuration configuration) {
        if (files.vrrpPid() != null || !configuration.vrrpInstances().isEmpty()) {
            write(Objects.requireNonNullElse(files.vrrpPid(), VRRP));
        }
        if (files.checkersPid() != null || !configuration.virtualServers().isEmpty()) {
            write(Objects.requireNonNullElse(files.checkersPid(), CHECKERS));
        }
        if (files.bfdPid() != null || !configuration.bfdInstances().isEmpty()) {
            write(Objects.requireNonNullElse(files.bfdPid(), BFD));
        }
    }

    /** Removes them, except where another process has written its number since. */
    public void remove() {
        for (Path path : written) {
            try {
                if (Files.readString(path).equals(content)) {
                    Files.delete(path);
                }
            } catch (IOException e) {
                LOG.debug("Cannot remove the pid file {}: {}", path, e.toString());
            }
        }
    }

    private void write(Path path) {
        if (!written.add(path)) {
            return;
        }
        try {
            Files.writeString(path, content);
        } catch (IOException e) {
            LOG.warn("Cannot write the pid file {}: {}", path, e.toString());
        }
    }
}
