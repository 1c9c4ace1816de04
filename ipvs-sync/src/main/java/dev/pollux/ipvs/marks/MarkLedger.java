package dev.pollux.ipvs.marks;

import dev.pollux.grammar.model.Configuration;
import org.jspecify.annotations.Nullable;

/** Which marks hold, from one configuration to the next and from one director to the next. Owned by the {@code lvs} loop. */
public final class MarkLedger {

    private final MarkJournal journal;
    private @Nullable GroupMarks now;

    public MarkLedger(MarkJournal journal) {
        this.journal = journal;
    }

    /** Those of a configuration that would follow. */
    public GroupMarks next(Configuration configuration) {
        return now().next(configuration);
    }

    /** They hold from now on. To be called before the kernel is told. */
    public void commit(GroupMarks marks) {
        if (!marks.equals(now())) {
            journal.write(marks);
        }
        now = marks;
    }

    private GroupMarks now() {
        if (now == null) {
            now = journal.read();
        }
        return now;
    }
}
