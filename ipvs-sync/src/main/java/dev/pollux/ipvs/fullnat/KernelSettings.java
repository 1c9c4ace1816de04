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
    private static final Path NET = Path.of("/proc/sys/net");
    private static final String CONNTRACK = "ipv4/vs/conntrack";

    private final ModuleLoader modules;
    private final Problems problems;
    private boolean moduleTried;

    /** Whether it was 0 before we set it. */
    private boolean changed;

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
                Files.writeString(NET.resolve(CONNTRACK), "0\n");
            } catch (IOException e) {
                log.warn("net.ipv4.vs.conntrack stays 1: {}", e.getMessage());
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
        String name = "net.ipv4.vs.conntrack";
        try {
            Optional<String> value = value(CONNTRACK);
            if (value.isEmpty() && !moduleTried) {
                moduleTried = true;
                modules.load("ip_vs");
                value = value(CONNTRACK);
            }
            if (value.isEmpty()) {
                problems.found(name, "does not exist: this kernel has no IPVS, or one without CONFIG_IP_VS_NFCT");
                return 0;
            }
            int reset = 0;
            if (value.get().equals("0") && wasSet && repair != Repair.ON) {
                problems.found(name, "was set to 0 from outside, which breaks FULLNAT");
                return 0;
            }
            if (value.get().equals("0")) {
                Files.writeString(NET.resolve(CONNTRACK), "1\n");
                if (wasSet) {
                    log.warn("net.ipv4.vs.conntrack was set to 0 from outside, which breaks FULLNAT; it is 1 again");
                    reset = 1;
                } else {
                    changed = true;
                }
            }
            wasSet = true;
            problems.solved(name);
            return reset;
        } catch (IOException e) {
            problems.found(name, "cannot be set to 1: " + e.getMessage());
            return 0;
        }
    }

    private static Optional<String> value(String file) throws IOException {
        try {
            return Optional.of(Files.readString(NET.resolve(file)).strip());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }
}
