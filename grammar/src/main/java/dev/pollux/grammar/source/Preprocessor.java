package dev.pollux.grammar.source;

import dev.pollux.grammar.diagnostic.Diagnostic;
import dev.pollux.grammar.diagnostic.DiagnosticCode;
import dev.pollux.grammar.diagnostic.Diagnostics;
import dev.pollux.grammar.diagnostic.SourceSpan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a configuration with everything done that is done line by line: comments, conditions, definitions,
 * {@code ~SEQ} and {@code ~LST}, includes. Pulls one line at a time, so that five lines that expand to a million need the
 * memory of a few.
 */
public final class Preprocessor implements LineSource {

    /** Four times a configuration of 50,000 real servers; beyond, it is a bomb. */
    private static final int MAX_EXPANDED_LINES = 4_000_000;

    private static final int MAX_NESTING = 64;

    private final Deque<Feed> feeds = new ArrayDeque<>();
    private final Deque<FileFeed> files = new ArrayDeque<>();
    private final Definitions definitions = new Definitions();
    private final PreprocessorOptions options;
    private final SourceReports reports;
    private final Substitution substitution;
    private final Includes includes;
    private final Conditions conditions;
    private final Loops loops;
    private IncludeCheck check;
    private int expandedLines;

    public Preprocessor(PreprocessorOptions options, Diagnostics diagnostics) {
        this.options = options;
        this.reports = new SourceReports(diagnostics);
        this.substitution = new Substitution(definitions, new BuiltIns(options));
        this.includes = new Includes(reports);
        this.conditions = new Conditions(options.configId());
        this.loops = new Loops(definitions, reports);
        this.check = options.checkIncludes() ? IncludeCheck.ALL : IncludeCheck.NONE;
    }

    /**
     * Adds a file to be read after those already added.
     *
     * @param name how messages call it
     * @return false if it cannot be read, which is reported
     */
    public boolean addFile(Path file, String name) {
        if (!Files.exists(file)) {
            return refuse(name, "configuration file does not exist", "name an existing file with -f");
        }
        if (!Files.isRegularFile(file) && Files.isDirectory(file)) {
            return refuse(name, "is a directory, not a configuration file", "name a file with -f");
        }
        try {
            feeds.addLast(new FileFeed(FileLines.open(file), file, name, check, reports));
            return true;
        } catch (IOException e) {
            return refuse(name, "configuration file cannot be read: " + e.getMessage(), "check its permissions");
        }
    }

    private boolean refuse(String name, String message, String hint) {
        reports.add(DiagnosticCode.MISSING_FILE, name, message, hint);
        return false;
    }

    @Override
    public @Nullable SourceLine next() {
        while (true) {
            SourceLine raw = pull();
            if (raw == null) {
                return null;
            }
            SourceLine line = process(raw);
            if (line != null) {
                return line;
            }
        }
    }

    private @Nullable SourceLine pull() {
        while (true) {
            Feed feed = feeds.peekFirst();
            if (feed == null) {
                return null;
            }
            if (feed instanceof FileFeed file && files.peek() != file) {
                files.push(file);
            }
            SourceLine line = feed.next();
            if (line != null && (feed instanceof FileFeed || countExpanded(line))) {
                return line;
            }
            end(feed);
        }
    }

    private void end(Feed feed) {
        feeds.remove(feed);
        feed.close();
        if (feed instanceof FileFeed file) {
            files.remove(file);
            check = file.check();
        }
    }

    private boolean countExpanded(SourceLine line) {
        expandedLines++;
        if (expandedLines == MAX_EXPANDED_LINES) {
            reports.add(
                    DiagnosticCode.EXPANSION_LIMIT,
                    line,
                    "definitions and ~SEQ have made more than " + MAX_EXPANDED_LINES + " lines, the rest is ignored",
                    "make fewer");
        }
        return expandedLines < MAX_EXPANDED_LINES;
    }

    /** The line to be parsed, or null when there is none or others were pushed in its place. */
    private @Nullable SourceLine process(SourceLine raw) {
        SourceLine line = stripComment(raw);
        int start = Blanks.skip(line.text(), 0);
        if (start == line.text().length()) {
            return null;
        }
        char first = line.text().charAt(start);
        if (first == '@') {
            SourceLine kept = conditions.apply(line, start);
            return kept == null ? null : process(kept);
        }
        if (first == '$' && define(line, start)) {
            return null;
        }
        if (first == '~' && Loops.isLoop(line.text(), start)) {
            push(line, loops.expand(line, start, this::substitute));
            return null;
        }
        if (line.text().indexOf('$') >= 0) {
            return processReferences(line);
        }
        return first == 'i' && include(line, start) ? null : line;
    }

    private static SourceLine stripComment(SourceLine raw) {
        String text = CommentStripper.strip(raw.text());
        return text.length() == raw.text().length() && !endsWithBlank(text)
                ? raw
                : new SourceLine(
                        withoutTrailingBlanks(text), raw.file(), raw.number(), raw.original(), raw.expansions());
    }

    private static boolean endsWithBlank(String text) {
        return !text.isEmpty() && text.charAt(text.length() - 1) <= ' ';
    }

    private static String withoutTrailingBlanks(String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) <= ' ') {
            end--;
        }
        return text.substring(0, end);
    }

    private @Nullable SourceLine processReferences(SourceLine line) {
        SourceLine replaced = stripComment(substitute(line));
        Reference lines = substitution.multiLineReference(replaced.text());
        if (lines != null) {
            pushMultiLine(replaced, lines);
            return null;
        }
        int start = Blanks.skip(replaced.text(), 0);
        if (start == replaced.text().length()) {
            return null;
        }
        char first = replaced.text().charAt(start);
        boolean expanded = replaced.expansions().size() > line.expansions().size();
        if (expanded && (first == '@' || first == '~' || first == '$')) {
            return replaced.expansions().size() > MAX_NESTING ? tooDeep(replaced) : process(replaced);
        }
        return first == 'i' && include(replaced, start) ? null : replaced;
    }

    private SourceLine substitute(SourceLine line) {
        try {
            FileFeed file = files.peek();
            Path directory = file == null ? null : file.path().toAbsolutePath().getParent();
            return substitution.apply(line, String.valueOf(directory));
        } catch (Substitution.ExpansionException e) {
            reports.add(
                    DiagnosticCode.EXPANSION_LIMIT,
                    line,
                    e.getMessage() + ", the line is ignored",
                    "define each name by names defined before it");
            return new SourceLine("", line.file(), line.number(), line.original(), List.of());
        }
    }

    private @Nullable SourceLine tooDeep(SourceLine line) {
        reports.add(
                DiagnosticCode.EXPANSION_LIMIT,
                line,
                "includes and definitions are nested more than " + MAX_NESTING + " deep, this one is ignored",
                "look for one that leads back to itself");
        return null;
    }

    private void push(SourceLine line, Feed feed) {
        if (feeds.size() > MAX_NESTING) {
            tooDeep(line);
        } else {
            feeds.addFirst(feed);
        }
    }

    /** {@code $NAME=text}; lines that end with a backslash go on. */
    private boolean define(SourceLine line, int start) {
        String text = line.text();
        int length = Definitions.nameLength(text, start + 1);
        int equals = start + 1 + length;
        if (length == 0 || equals >= text.length() || text.charAt(equals) != '=') {
            return false;
        }
        List<String> lines = new ArrayList<>();
        List<SourceLine> places = new ArrayList<>();
        String value = text.substring(Blanks.skip(text, equals + 1));
        SourceLine place = line;
        while (value.endsWith("\\")) {
            lines.add(value.substring(0, value.length() - 1));
            places.add(place);
            SourceLine next = nextNonBlank();
            if (next == null) {
                break;
            }
            place = next;
            value = place.text();
        }
        if (!value.endsWith("\\")) {
            lines.add(value);
            places.add(place);
        }
        definitions.put(Definition.of(text.substring(start + 1, equals), lines, places));
        return true;
    }

    /** Lines that are empty but for a comment do not end a definition. */
    private @Nullable SourceLine nextNonBlank() {
        Feed feed = feeds.peekFirst();
        SourceLine next = feed == null ? null : feed.next();
        while (next != null) {
            SourceLine stripped = stripComment(next);
            if (Blanks.skip(stripped.text(), 0) < stripped.text().length()) {
                return stripped;
            }
            next = feed == null ? null : feed.next();
        }
        return null;
    }

    private void pushMultiLine(SourceLine line, Reference reference) {
        Definition definition = definitions.get(reference.name());
        if (definition == null) {
            return;
        }
        int dollar = line.text().lastIndexOf('$');
        String prefix = line.text().substring(0, dollar);
        SourceSpan use = line.span(dollar, line.text().length());
        Iterator<SourceLine> lines = IntStream.range(0, definition.lines().size())
                .mapToObj(i -> multiLine(line, i == 0 ? prefix : "", use, definition, i))
                .iterator();
        push(line, new LinesFeed(lines, () -> {}));
    }

    private static SourceLine multiLine(SourceLine line, String prefix, SourceSpan use, Definition definition, int i) {
        String text = prefix + definition.lines().get(i);
        Diagnostic.Note known = definition.note(i);
        Diagnostic.Note note = known == null ? new Diagnostic.Note(use, "expanded from $" + definition.name()) : known;
        SourceLine.Expansion all =
                new SourceLine.Expansion(prefix.length(), text.length() + 1, use.column() - 1, use.length(), note);
        return new SourceLine(text, line.file(), line.number(), line.original(), List.of(all));
    }

    private boolean include(SourceLine line, int start) {
        String text = line.text();
        int end = Blanks.wordEnd(text, start);
        if (text.startsWith("include_check", start)) {
            check = check.changed(text.substring(end));
            return false;
        }
        IncludeCheck wanted = IncludeCheck.of(text.substring(start, end), check);
        FileFeed includer = files.peek();
        if (wanted == null || includer == null) {
            return false;
        }
        String pattern = text.substring(Blanks.skip(text, end));
        List<FileFeed> found = includes.open(line, pattern, new Includes.Checks(wanted, check), includer);
        for (int i = found.size() - 1; i >= 0; i--) {
            FileFeed feed = found.get(i);
            if (isBeingRead(feed.path())) {
                feed.close();
                reports.add(
                        DiagnosticCode.EXPANSION_LIMIT,
                        line,
                        "'" + feed.name() + "' includes itself, directly or by way of others; this include is ignored",
                        "remove one of the includes");
            } else {
                push(line, feed);
            }
        }
        return true;
    }

    private boolean isBeingRead(Path path) {
        return files.stream().anyMatch(file -> file.path()
                .toAbsolutePath()
                .normalize()
                .equals(path.toAbsolutePath().normalize()));
    }

    /** What {@code ${_INSTANCE}} and {@code @id} stand for. */
    public String configId() {
        return options.configId();
    }
}
