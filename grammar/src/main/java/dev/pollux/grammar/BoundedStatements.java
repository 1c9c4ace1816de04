package dev.pollux.grammar;

import dev.pollux.grammar.syntax.Statement;
import dev.pollux.grammar.syntax.StatementListener;
import org.jspecify.annotations.Nullable;

/** Passes statements on until they are too many; from then on it counts only, so that no file can use up the memory. */
final class BoundedStatements implements StatementListener {

    /** A real server has checkers, a state and a place in the kernel's table, beyond what is said of it. */
    private static final long REAL_SERVER = 4;

    private final StatementListener next;
    private final long limit;
    private long bulk;

    BoundedStatements(StatementListener next, long limit) {
        this.next = next;
        this.limit = limit;
    }

    long bulk() {
        return bulk;
    }

    boolean exceeded() {
        return bulk > limit;
    }

    @Override
    public void statement(Statement statement) {
        bulk++;
        if (!exceeded()) {
            next.statement(statement);
        }
    }

    @Override
    public void open(@Nullable Statement head) {
        bulk += head != null && head.keyword().text().equals("real_server") ? 1 + REAL_SERVER : 1;
        if (!exceeded()) {
            next.open(head);
        }
    }

    @Override
    public void close() {
        if (!exceeded()) {
            next.close();
        }
    }
}
