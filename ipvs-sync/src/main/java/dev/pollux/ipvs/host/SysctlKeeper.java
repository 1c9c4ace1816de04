package dev.pollux.ipvs.host;

import dev.pollux.grammar.model.Repair;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares kernel settings with what the configuration needs: each difference is told once, or put right where that is
 * allowed. They stay as they are when the director stops, because others may rely on them by then. Owned by the {@code host}
 * loop.
 */
final class SysctlKeeper {

    private static final Logger log = LoggerFactory.getLogger(SysctlKeeper.class);

    private final SysctlTree tree;
    private final Map<String, String> told = new HashMap<>();
    private List<Sysctl> needed = List.of();
    private Repair mode = Repair.OBSERVE;
    private volatile int differences;

    SysctlKeeper(SysctlTree tree) {
        this.tree = tree;
    }

    void configure(List<Sysctl> next, Repair nextMode) {
        if (nextMode != mode) {
            told.clear();
        }
        needed = next;
        mode = nextMode;
        keep();
    }

    /** Also to be called every few seconds. */
    void keep() {
        int wrong = 0;
        for (Sysctl sysctl : needed) {
            wrong += mode == Repair.OFF || right(sysctl) ? 0 : 1;
        }
        differences = wrong;
    }

    /** How many settings were not as they are needed when last compared; any thread may ask. */
    int differences() {
        return differences;
    }

    private boolean right(Sysctl sysctl) {
        try {
            String value = tree.read(sysctl.name());
            if (value.equals(sysctl.value())) {
                told.remove(sysctl.name());
                return true;
            }
            if (mode == Repair.ON) {
                tree.write(sysctl.name(), sysctl.value());
                log.warn("Set {} (it was {}): {}", sysctl, value, sysctl.reason());
                return true;
            }
            tell(
                    sysctl,
                    sysctl.name() + " is " + value + ": " + sysctl.reason() + ". Set it with \"sysctl -w " + sysctl
                            + "\", or write sysctl_repair on in global_defs");
        } catch (IOException e) {
            tell(sysctl, sysctl.name() + " cannot be had as " + sysctl.value() + " (" + e + "): " + sysctl.reason());
        }
        return false;
    }

    private void tell(Sysctl sysctl, String line) {
        if (!line.equals(told.put(sysctl.name(), line))) {
            log.warn(line);
        }
    }
}
