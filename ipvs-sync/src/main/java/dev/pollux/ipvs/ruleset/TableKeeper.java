package dev.pollux.ipvs.ruleset;

import dev.pollux.grammar.model.Repair;
import dev.pollux.linux.nftables.Nftables;
import dev.pollux.linux.nftables.NftablesException;
import dev.pollux.linux.nftables.TableListing;
import dev.pollux.linux.syscall.SystemCallException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes an nftables table of ours what it should be and keeps it so. A change of services is a change of elements; the table is
 * made anew, in one transaction, at start and where somebody else has changed it. The kernel's count of transactions tells
 * whether there is anything to compare. Owned by the {@code host} loop.
 *
 * @param <T> the table
 */
public final class TableKeeper<T extends OwnTable<T>> {

    private static final Logger log = LoggerFactory.getLogger(TableKeeper.class);
    private static final String SUBJECT = "nftables";

    private final Nftables nftables;
    private final Problems problems;
    private T wanted;
    private @Nullable Written<T> written;

    /**
     * One that does nothing yet.
     *
     * @param empty the table without content
     */
    public TableKeeper(Nftables nftables, Problems problems, T empty) {
        this.nftables = nftables;
        this.problems = problems;
        wanted = empty;
    }

    /** Another desired table. A failure is reported, and mended by a later {@link #compare}. */
    public void desire(T next) {
        wanted = next;
        Written<T> old = written;
        if (old == null) {
            guarded(this::create);
            return;
        }
        String script = wanted.change(old.table());
        if (!script.isEmpty()) {
            guarded(() -> write(script));
            if (written == null) {
                // Somebody else has been at the table, so that the difference did not fit.
                guarded(this::create);
            }
        }
    }

    /**
     * Compares the kernel's table with the wanted one. One that could not be written is written now, whatever {@code repair}.
     *
     * @param repair what becomes of what others have changed
     * @return how many repairs that took: 0 or 1
     */
    public int compare(Repair repair) {
        Written<T> old = written;
        if (old == null) {
            guarded(this::create);
            return 0;
        }
        if (repair == Repair.OFF) {
            return 0;
        }
        try {
            int generation = nftables.generation();
            if (generation == old.generation()) {
                return 0;
            }
            TableListing listing = nftables.read(wanted.name()).orElse(null);
            String difference = difference(listing, old);
            if (difference.isEmpty()) {
                written = new Written<>(old.table(), old.listing(), generation);
                problems.solved(SUBJECT);
                return 0;
            }
            if (repair == Repair.OBSERVE) {
                problems.found(SUBJECT, "table " + wanted.name() + " " + difference);
                return 0;
            }
            log.warn("nftables table {} {}; it is made anew", wanted.name(), difference);
            create();
            problems.solved(SUBJECT);
            return 1;
        } catch (NftablesException | SystemCallException e) {
            problems.found(SUBJECT, String.valueOf(e.getMessage()));
            return 0;
        }
    }

    /** Removes the table. */
    public void remove() {
        written = null;
        guarded(() -> nftables.apply(wanted.removal()));
    }

    private String difference(@Nullable TableListing listing, Written<T> old) {
        if (listing == null) {
            return "was deleted from outside";
        }
        if (!listing.sameStructure(old.listing())) {
            return "has other chains or rules than ours";
        }
        return listing.elements().equals(old.table().elements(old.listing())) ? "" : "has other elements than ours";
    }

    private void create() {
        write(wanted.creation());
    }

    private void write(String script) {
        written = null;
        nftables.apply(script);
        int generation = nftables.generation();
        TableListing listing = nftables.read(wanted.name())
                .orElseThrow(() -> new NftablesException("the table is gone as soon as it was made"));
        written = new Written<>(wanted, listing, generation);
    }

    private void guarded(Runnable action) {
        try {
            action.run();
            problems.solved(SUBJECT);
        } catch (NftablesException | SystemCallException e) {
            problems.found(SUBJECT, String.valueOf(e.getMessage()));
        }
    }

    /** What was last written, and how the kernel shows it. */
    private record Written<T>(T table, TableListing listing, int generation) {}
}
