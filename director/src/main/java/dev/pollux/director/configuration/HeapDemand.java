package dev.pollux.director.configuration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How much heap a configuration needs: measured with 50,000 real servers, whose director keeps 100 MB, allocates 300 MB at
 * each reload and must have room for that while the collector runs beside it.
 */
public final class HeapDemand {

    private static final Logger LOG = LoggerFactory.getLogger(HeapDemand.class);

    /** For a director without a configuration, megabytes. */
    private static final long BASE = 44;

    /** Sizes are multiples of this, megabytes. */
    private static final long STEP = 64;

    /** The collector keeps a little of the heap to itself, megabytes. */
    private static final long SPARE = 4;

    /** Property with the megabytes that the supervisor found enough; none where somebody else has set the size. */
    private static final String SIZED = "pollux.heap";

    private HeapDemand() {}

    /** The greatest {@code ReadResult.bulk} that this process can be given room for. */
    public static long capacity() {
        return capacity(most());
    }

    /** The greatest bulk that this process was started for; above, another one would serve better. */
    public static long comfort() {
        Long sized = Long.getLong(SIZED);
        return sized == null ? capacity() : capacity(sized - SPARE);
    }

    private static long most() {
        return Runtime.getRuntime().maxMemory() >> 20;
    }

    static long capacity(long megabytes) {
        return Math.max(0, megabytes + SPARE - BASE) * 1024;
    }

    /** Size of the heap for a configuration of this bulk that is to grow by a quarter, in megabytes. */
    static long megabytes(long bulk) {
        long needed = BASE + (bulk + bulk / 4) / 1024;
        return (needed + STEP - 1) / STEP * STEP;
    }

    /** For people: what is wrong. */
    public static String complaint(Path file, long bulk) {
        return file + " needs a heap of " + megabytes(bulk) + " MB, this process has " + Long.getLong(SIZED, most())
                + " MB";
    }

    /** As {@link #complaint}, of a file that not even the largest heap has room for. */
    public static String refusal(Path file, long bulk) {
        return file + " needs a heap of " + megabytes(bulk) + " MB, this process can have " + most()
                + " MB: restart to run it";
    }

    /**
     * Asks the supervisor for a process with a larger heap.
     *
     * @param wish where the supervisor looks for the number of megabytes
     * @return false if it cannot be asked
     */
    public static boolean ask(Path wish, long bulk) {
        try {
            Files.writeString(wish, megabytes(bulk) + "\n");
            return true;
        } catch (IOException e) {
            LOG.error("Cannot write {}: {}", wish, e.getMessage());
            return false;
        }
    }
}
