package dev.pollux.ipvs.kernel;

import dev.pollux.grammar.model.ServiceKey;
import dev.pollux.ipvs.table.TableEntry;
import org.jspecify.annotations.Nullable;

/** What the kernel's table probably holds. */
@FunctionalInterface
public interface Expectation {

    /** Null: nothing is known. */
    @Nullable
    TableEntry of(ServiceKey service);
}
