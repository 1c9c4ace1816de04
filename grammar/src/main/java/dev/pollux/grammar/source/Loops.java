package dev.pollux.grammar.source;

import dev.pollux.grammar.diagnostic.DiagnosticCode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** {@code ~SEQ(name, first, step, last) text} and {@code ~LST(name, value, ...) text}: the text once for each value. */
final class Loops {

    private static final Feed NOTHING = new LinesFeed(List.<SourceLine>of().iterator(), () -> {});

    private final Definitions definitions;
    private final SourceReports reports;

    Loops(Definitions definitions, SourceReports reports) {
        this.definitions = definitions;
        this.reports = reports;
    }

    static boolean isLoop(String text, int at) {
        return text.startsWith("~SEQ(", at) || text.startsWith("~SEQx(", at) || text.startsWith("~LST(", at);
    }

    /** The lines that a loop stands for, made one by one; what is wrong with it is reported and makes none. */
    Feed expand(SourceLine line, int at, UnaryOperator<SourceLine> substitute) {
        String text = line.text();
        int open = text.indexOf('(', at);
        int close = text.indexOf(')', open);
        if (close < 0) {
            return refuse(line, "the parenthesis is not closed");
        }
        SourceLine head =
                substitute.apply(SourceLine.plain(text.substring(open + 1, close), line.file(), line.number()));
        String specification = head.text();
        SourceLine body = new SourceLine(
                Blanks.blankOut(text, close + 1), line.file(), line.number(), line.original(), line.expansions());
        if (text.startsWith("~LST", at)) {
            List<List<String>> columns = ListLoop.parse(specification);
            return columns == null
                    ? refuse(line, "invalid ~LST specification")
                    : feed(body, columns.get(0), new ListLoop(columns));
        }
        SequenceLoop sequence = SequenceLoop.parse(specification, text.charAt(at + 4) == 'x');
        return sequence == null
                ? refuse(line, "invalid ~SEQ specification, or its step leads away from the last value")
                : feed(body, List.of(sequence.name()), sequence.iterator());
    }

    private Feed refuse(SourceLine line, String why) {
        reports.add(
                DiagnosticCode.INVALID_VALUE,
                line,
                why + ", the line is ignored",
                "write ~SEQ(name, first, step, last) or ~LST(name, value, ...) and the text behind it");
        return NOTHING;
    }

    private Feed feed(SourceLine body, List<String> names, Iterator<List<String>> values) {
        List<@Nullable Definition> former = new ArrayList<>();
        names.forEach(name -> former.add(definitions.get(name)));
        Iterator<SourceLine> lines = new Iterator<>() {
            @Override
            public boolean hasNext() {
                return values.hasNext();
            }

            @Override
            public SourceLine next() {
                List<String> row = values.next();
                for (int i = 0; i < names.size(); i++) {
                    definitions.put(Definition.internal(names.get(i), row.get(i)));
                }
                return body;
            }
        };
        return new LinesFeed(lines, () -> {
            for (int i = 0; i < names.size(); i++) {
                definitions.restore(names.get(i), former.get(i));
            }
        });
    }

    /** Rows of values: the first column holds the names. */
    private static final class ListLoop implements Iterator<List<String>> {

        private final List<List<String>> columns;
        private final int rows;
        private int row;

        /** @param columns the names, then a row of values each */
        ListLoop(List<List<String>> columns) {
            this.columns = columns;
            this.rows = columns.size() - 1;
        }

        @Override
        public boolean hasNext() {
            return row < rows;
        }

        @Override
        public List<String> next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            row++;
            return columns.get(row);
        }

        /** Names and rows, or null where the specification is wrong: missing values are empty, too many are an error. */
        static @Nullable List<List<String>> parse(String specification) {
            List<List<String>> out = new ArrayList<>();
            for (String part : splitOutsideBraces(specification)) {
                String item = part.trim();
                boolean braces = item.startsWith("{") && item.endsWith("}") && item.length() >= 2;
                String inner = braces ? item.substring(1, item.length() - 1) : item;
                List<String> values = new ArrayList<>();
                for (String value : braces ? inner.split(",", -1) : new String[] {inner}) {
                    values.add(value.trim());
                }
                if (values.stream().anyMatch(value -> value.indexOf(' ') >= 0 || value.indexOf('\t') >= 0)) {
                    return null;
                }
                out.add(values);
            }
            return complete(out);
        }

        private static @Nullable List<List<String>> complete(List<List<String>> rows) {
            List<String> names = rows.get(0);
            if (rows.size() < 2 || names.stream().anyMatch(ListLoop::isNoName)) {
                return null;
            }
            for (List<String> row : rows) {
                if (row.size() > names.size()) {
                    return null;
                }
                while (row.size() < names.size()) {
                    row.add("");
                }
            }
            return rows;
        }

        private static boolean isNoName(String name) {
            return name.isEmpty() || Definitions.nameLength(name, 0) != name.length();
        }

        private static List<String> splitOutsideBraces(String text) {
            List<String> parts = new ArrayList<>();
            int depth = 0;
            int begin = 0;
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                depth += c == '{' ? 1 : c == '}' ? -1 : 0;
                if (c == ',' && depth == 0) {
                    parts.add(text.substring(begin, i));
                    begin = i + 1;
                }
            }
            parts.add(text.substring(begin));
            return parts;
        }
    }
}
