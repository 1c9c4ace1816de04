package dev.pollux.ipvs.reconcile;

import dev.pollux.ipvs.table.Command;
import java.util.List;

/** Hears what the reconciler finds. Called on the {@code lvs} loop and must not block. */
public interface ReconcileListener {

    /** IPVS can be programmed: at the first time, and after {@link #unavailable}. */
    void available();

    /**
     * IPVS cannot be programmed; it is tried again every few seconds. Told once until {@link #available}.
     *
     * @param reason for people, with the remedy
     */
    void unavailable(String reason);

    /**
     * Others had changed entries of ours.
     *
     * @param repair the commands that were needed
     */
    void driftRepaired(List<Command> repair);
}
