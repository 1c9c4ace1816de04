package dev.pollux.grammar;

import dev.pollux.grammar.syntax.Statement;
import dev.pollux.grammar.syntax.StatementListener;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Passes statements on until they are too many; from then on it counts only, so that no file can use up the memory. */
final class BoundedStatements implements StatementListener {

    /** A real server has checkers, a state and a place in the kernel's table, beyond what is said of it. */
    private static final long REAL_SERVER = 4;

    private final StatementListener next;
    private final long limit;
    private long bulk;
    private final List<Long> servers = new ArrayList<>();
    private int depth;
    private long before;
    private boolean inServer;

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

    /** The bulk of each virtual server so far. */
    List<Long> servers() {
        return servers;
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
        if (depth++ == 0) {
            before = bulk;
            inServer = head != null && head.keyword().text().equals("virtual_server");
        }
        bulk += head != null && head.keyword().text().equals("real_server") ? 1 + REAL_SERVER : 1;
        if (!exceeded()) {
            next.open(head);
        }
    }

    @Override
    public void close() {
        if (--depth == 0 && inServer) {
            servers.add(bulk - before);
        }
        if (!exceeded()) {
            next.close();
        }
    }
}
