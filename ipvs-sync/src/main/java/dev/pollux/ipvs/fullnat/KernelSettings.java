package dev.pollux.ipvs.fullnat;

import dev.pollux.grammar.model.Repair;
import dev.pollux.ipvs.reconcile.ModuleLoader;
import dev.pollux.ipvs.ruleset.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The setting of the network namespace that FULLNAT stands on, {@code net.ipv4.vs.conntrack}. It is set, and set again: without
 * it every connection breaks, of both families. It means nothing to anything but IPVS, other than forwarding, which is one of
 * the settings that {@code host} looks after.
 */
final class KernelSettings {

    private static final Logger log = LoggerFactory.getLogger(KernelSettings.class);
    private static final String NAME = "net.ipv4.vs.conntrack";
    private static final Path FILE = Path.of("/proc/sys/net/ipv4/vs/conntrack");

    private final ModuleLoader modules;
    private final Problems problems;
    private boolean moduleTried;

    /** Whether it was 0 before we set it. */
    private boolean changed;

    /** Whether it has been 1 since we keep it: a 0 is somebody else's then. */
    private boolean wasSet;

    KernelSettings(ModuleLoader modules, Problems problems) {
        this.modules = modules;
        this.problems = problems;
    }

    /** Sets back what was changed. */
    void restore() {
        if (changed) {
            changed = false;
            try {
                Files.writeString(FILE, "0\n");
            } catch (IOException e) {
                log.warn("{} stays 1: {}", NAME, e.getMessage());
            }
        }
        wasSet = false;
    }

    /**
     * Sets it where it is not set.
     *
     * @param repair what becomes of it where somebody else has changed it back
     * @return how often it was: 0 or 1
     */
    int keep(Repair repair) {
        try {
            Optional<String> value = value();
            if (value.isEmpty()) {
                problems.found(NAME, "does not exist: this kernel has no IPVS, or one without CONFIG_IP_VS_NFCT");
                return 0;
            }
            boolean off = value.get().equals("0");
            boolean reset = off && wasSet;
            if (reset && repair != Repair.ON) {
                problems.found(NAME, "was set to 0 from outside, which breaks FULLNAT");
                return 0;
            }
            if (off) {
                Files.writeString(FILE, "1\n");
                changed |= !wasSet;
            }
            if (reset) {
                log.warn("{} was set to 0 from outside, which breaks FULLNAT; it is 1 again", NAME);
            }
            wasSet = true;
            problems.solved(NAME);
            return reset ? 1 : 0;
        } catch (IOException e) {
            problems.found(NAME, "cannot be set to 1: " + e.getMessage());
            return 0;
        }
    }

    /** Empty where the kernel does not have it, not even with its module. */
    private Optional<String> value() throws IOException {
        Optional<String> value = read();
        if (value.isEmpty() && !moduleTried) {
            moduleTried = true;
            modules.load("ip_vs");
            value = read();
        }
        return value;
    }

    private static Optional<String> read() throws IOException {
        try {
            return Optional.of(Files.readString(FILE).strip());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }
}
