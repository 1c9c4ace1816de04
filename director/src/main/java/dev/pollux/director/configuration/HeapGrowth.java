package dev.pollux.director.configuration;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What becomes of a reload that needs more heap than the director was started for. */
public final class HeapGrowth {

    private static final Logger LOG = LoggerFactory.getLogger(HeapGrowth.class);

    /** From where on a collector that works beside the program begins to hurry. */
    private static final String GOAL = "SoftMaxHeapSize";

    private HeapGrowth() {}

    /** Lets the heap grow for a configuration of this bulk, and says so where adverts may come late for it. */
    public static void makeRoom(Path file, long bulk) {
        if (bulk <= HeapDemand.comfort()) {
            return;
        }
        String complaint = HeapDemand.complaint(file, bulk);
        if (concurrent()) {
            LOG.info("{}: the heap grows", complaint);
            ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                    .setVMOption(GOAL, String.valueOf(HeapDemand.megabytes(bulk) << 20));
        } else {
            LOG.warn("{}: adverts may be 0.2 s late in a garbage collection until a restart", complaint);
        }
    }

    private static boolean concurrent() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .map(GarbageCollectorMXBean::getName)
                .anyMatch(name -> name.startsWith("Shenandoah") || name.startsWith("ZGC"));
    }
}
