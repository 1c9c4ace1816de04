package dev.pollux.grammar.bind;

import dev.pollux.grammar.diagnostic.DiagnosticCode;
import dev.pollux.grammar.schema.Arguments;
import dev.pollux.grammar.schema.BlockSchema;
import dev.pollux.grammar.schema.Entry;
import dev.pollux.grammar.schema.Reports;
import dev.pollux.grammar.schema.Support;
import dev.pollux.grammar.syntax.Statement;
import dev.pollux.grammar.syntax.StatementListener;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Takes statements one by one, finds each in the table of its block and puts its value where the table says. */
public final class Binder implements StatementListener {

    private final Deque<Frame> frames = new ArrayDeque<>();
    private final Reports reports;
    private final UnknownKeywords unknown;
    private final NotActedOn notActedOn;
    private boolean understood;

    public <D> Binder(BlockSchema<D> root, D draft, Reports reports, NotActedOn notActedOn) {
        this.reports = reports;
        this.notActedOn = notActedOn;
        this.unknown = new UnknownKeywords(reports, root);
        frames.push(new BlockFrame<>(root, draft, () -> {}));
    }

    @Override
    public void statement(Statement statement) {
        frames.element().statement(statement);
    }

    @Override
    public void open(@Nullable Statement head) {
        frames.push(head == null ? Skipped.BLOCK : frames.element().open(head));
    }

    @Override
    public void close() {
        frames.pop().close();
    }

    /** Whether there was a single setting or block that means anything. */
    public boolean understood() {
        return understood;
    }

    /** What a statement means depends on the block it stands in. */
    private interface Frame {

        void statement(Statement statement);

        Frame open(Statement head);

        void close();
    }

    /** Inside a block that nobody knows or wants: one report was enough. */
    private enum Skipped implements Frame {
        BLOCK;

        @Override
        public void statement(Statement statement) {
            // Nothing in a skipped block means anything.
        }

        @Override
        public Frame open(Statement head) {
            return BLOCK;
        }

        @Override
        public void close() {
            // Nothing was begun.
        }
    }

    /** Inside a block of lines of values. */
    private final class LinesFrame implements Frame {

        private final Entry.Line line;

        LinesFrame(Entry.Line line) {
            this.line = line;
        }

        @Override
        public void statement(Statement statement) {
            line.read(Arguments.ofLine(statement, reports));
        }

        @Override
        public Frame open(Statement head) {
            reports.add(
                    DiagnosticCode.UNEXPECTED_BRACE,
                    head.keyword(),
                    "unexpected '{' in a block of values, the inner block is ignored",
                    "remove it, or close the block of values before");
            return Skipped.BLOCK;
        }

        @Override
        public void close() {
            line.end();
        }
    }

    /** Inside a block of statements. */
    private final class BlockFrame<D> implements Frame {

        private final BlockSchema<D> schema;
        private final D draft;
        private final Runnable onClose;

        BlockFrame(BlockSchema<D> schema, D draft, Runnable onClose) {
            this.schema = schema;
            this.draft = draft;
            this.onClose = onClose;
        }

        @Override
        public void statement(Statement statement) {
            Entry<D> entry = schema.find(statement.keyword().text());
            if (entry == null) {
                unknown.report(schema, statement, false);
            } else if (entry instanceof Entry.Keyword<D, ?> keyword) {
                note(keyword, statement);
                set(keyword, statement);
            } else {
                reports.add(
                        DiagnosticCode.MISSING_BRACE,
                        statement.keyword(),
                        "missing '{' after " + entry.name() + ", it is ignored",
                        "write " + entry.name() + " { ... }");
            }
        }

        private <V> void set(Entry.Keyword<D, V> keyword, Statement statement) {
            Arguments arguments = Arguments.of(statement, reports);
            if (arguments.count() < keyword.type().least()) {
                missingArgument(keyword, arguments);
                return;
            }
            SuspectWords.remark(arguments);
            V value = keyword.type().read(arguments);
            understood |= value != null;
            if (value != null && keyword.setting() != null) {
                keyword.setting().set(draft, value, arguments);
            } else if (value != null
                    && keyword.support().kind() == Support.Kind.NOT_YET
                    && draft instanceof Kept.Keeper keeper) {
                keeper.kept().add(arguments, keyword.type().most());
            }
            if (arguments.count() > keyword.type().most()) {
                extraWords(keyword, arguments);
            }
        }

        private <V> void missingArgument(Entry.Keyword<D, V> keyword, Arguments arguments) {
            DiagnosticCode code =
                    keyword.required() ? DiagnosticCode.MISSING_ARGUMENT_VALUE : DiagnosticCode.INVALID_VALUE;
            String assumed = keyword.fallback().isEmpty() ? "it is ignored" : keyword.fallback() + " is assumed";
            arguments.report(
                    code,
                    keyword.name() + " has no value, " + assumed,
                    "write " + keyword.type().describe() + " behind it");
        }

        private <V> void extraWords(Entry.Keyword<D, V> keyword, Arguments arguments) {
            int first = keyword.type().most();
            boolean looksLikeKeyword = schema.find(arguments.text(first)) != null;
            arguments.report(
                    DiagnosticCode.REMARK,
                    first,
                    "'" + arguments.text(first) + "' and what follows it on the line is ignored",
                    looksLikeKeyword ? "write one keyword a line" : "remove it");
        }

        @Override
        public Frame open(Statement head) {
            Entry<D> entry = schema.find(head.keyword().text());
            if (entry == null) {
                unknown.report(schema, head, true);
                return Skipped.BLOCK;
            }
            if (entry instanceof Entry.Block<D, ?> block) {
                note(block, head);
                return openBlock(block, head);
            }
            if (entry instanceof Entry.Lines<D> lines) {
                note(lines, head);
                Entry.Line line = lines.opening().open(draft, Arguments.of(head, reports));
                understood |= line != null;
                return line == null ? Skipped.BLOCK : new LinesFrame(line);
            }
            statement(head);
            reports.add(
                    DiagnosticCode.UNEXPECTED_BRACE,
                    head.keyword(),
                    head.keyword().text() + " opens no block, the block is ignored",
                    "remove the braces and what is between them");
            return Skipped.BLOCK;
        }

        private <C> Frame openBlock(Entry.Block<D, C> block, Statement head) {
            Arguments arguments = Arguments.of(head, reports);
            if (block.named() && arguments.isEmpty()) {
                arguments.report(
                        DiagnosticCode.MISSING_ARGUMENT_VALUE,
                        block.name() + " has no name, the block is ignored",
                        "write " + block.name() + " NAME {");
                return Skipped.BLOCK;
            }
            C child = block.opening().open(draft, arguments);
            understood |= child != null;
            return child == null
                    ? Skipped.BLOCK
                    : new BlockFrame<>(
                            block.schema(), child, () -> block.closing().close(draft, child, arguments));
        }

        private void note(Entry<D> entry, Statement statement) {
            if (!entry.replacement().isEmpty()) {
                reports.add(
                        DiagnosticCode.DEPRECATED,
                        statement.keyword(),
                        entry.name() + " is an old name",
                        "write " + entry.replacement());
            }
            if (entry.support().kind() != Support.Kind.ACTED_ON) {
                notActedOn.add(schema.name(), entry, statement);
            }
        }

        @Override
        public void close() {
            onClose.run();
        }
    }
}
