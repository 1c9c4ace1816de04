package dev.pollux.ipvs.reconcile;

import dev.pollux.ipvs.kernel.TableReadout;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Counts on the loop and publishes for other threads. */
final class ReconcileCounters {

    private Availability availability = new Availability.Unknown();
    private long passes;
    private long lastPassNanos;
    private long commands;
    private long failures;
    private long repairs;
    private long repairCommands;
    private long observations;
    private int driftLeft;
    private int foreignServices;
    private volatile ReconcileStatus status = ReconcileStatus.initial();
    private volatile @Nullable TableReadout readout;

    Availability availability() {
        return availability;
    }

    void availability(Availability next) {
        availability = next;
        publish();
    }

    void passed(long nanos) {
        passes++;
        lastPassNanos = nanos;
        publish();
    }

    void read(TableReadout table, int foreign) {
        readout = table;
        foreignServices = foreign;
    }

    void executed(long done, long refused) {
        commands += done;
        failures += refused;
        publish();
    }

    void repaired(long repair) {
        repairs++;
        repairCommands += repair;
        publish();
    }

    void observed() {
        observations++;
        publish();
    }

    void left(int commands) {
        if (commands != driftLeft) {
            driftLeft = commands;
            publish();
        }
    }

    ReconcileStatus status() {
        return status;
    }

    Optional<TableReadout> readout() {
        return Optional.ofNullable(readout);
    }

    private void publish() {
        status = new ReconcileStatus(
                availability,
                passes,
                lastPassNanos,
                commands,
                failures,
                repairs,
                repairCommands,
                observations,
                driftLeft,
                foreignServices);
    }
}
