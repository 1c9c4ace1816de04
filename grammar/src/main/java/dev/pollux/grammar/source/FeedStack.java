package dev.pollux.grammar.source;

import dev.pollux.grammar.diagnostic.DiagnosticCode;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is being read: a file, inside it what it includes or expands to, and so on. Knows when it is too much. */
final class FeedStack {

    /** Twice a configuration of 50,000 real servers; beyond, it is a bomb, and takes about two seconds to refuse. */
    static final int MAX_EXPANDED_LINES = 1_000_000;

    /** To find and open a file once more takes as long as so many lines. */
    private static final int OPENING = 8;

    /** A line of more characters than this counts as several. */
    private static final int USUAL_LENGTH = 128;

    /** To look up a definition takes as long as so many characters. */
    private static final int REFERENCE = 16;

    static final int MAX_NESTING = 64;

    private final Deque<Feed> feeds = new ArrayDeque<>();
    private final Deque<FileFeed> files = new ArrayDeque<>();
    private final Set<Path> known = new HashSet<>();
    /** Files that are not read for the first time. */
    private final Set<Feed> repeated = new HashSet<>();

    /** Places that were reported as too deep. */
    private final Set<String> tooDeep = new HashSet<>();

    private final SourceReports reports;
    private IncludeCheck check;
    private int expandedLines;

    FeedStack(SourceReports reports, IncludeCheck check) {
        this.reports = reports;
        this.check = check;
    }

    /** The include check that is in force. */
    IncludeCheck check() {
        return check;
    }

    /** Puts another include check in force, up to the end of the file. */
    void setCheck(IncludeCheck other) {
        check = other;
    }

    /** To be read after all that was added before. */
    void append(FileFeed file) {
        known.add(normalized(file.path()));
        feeds.addLast(file);
    }

    /** To be read next, in place of a line. */
    void push(SourceLine line, Feed feed) {
        if (feeds.size() > MAX_NESTING) {
            feed.close();
            reportDepth(line);
            return;
        }
        feeds.addFirst(feed);
        if (feed instanceof FileFeed file && !known.add(normalized(file.path()))) {
            repeated.add(feed);
            spend(line, OPENING);
        }
    }

    /** Once for each line of the file, however often it is expanded. */
    void reportDepth(SourceLine line) {
        if (!tooDeep.add(line.file() + ":" + line.number())) {
            return;
        }
        reports.add(
                DiagnosticCode.EXPANSION_LIMIT,
                line,
                "includes and definitions are nested more than " + MAX_NESTING + " deep, this one is ignored",
                "look for one that leads back to itself");
    }

    /** The file that the current line stands in; null before the first line. */
    @Nullable
    FileFeed file() {
        return files.peek();
    }

    boolean isBeingRead(Path path) {
        Path wanted = normalized(path);
        return files.stream().anyMatch(file -> normalized(file.path()).equals(wanted));
    }

    private static Path normalized(Path path) {
        return path.toAbsolutePath().normalize();
    }

    /** The next line of what is read now, or of what it stands in; null at the end of everything. */
    @Nullable
    SourceLine next() {
        while (true) {
            Feed feed = feeds.peekFirst();
            if (feed == null) {
                return null;
            }
            if (feed instanceof FileFeed file && files.peek() != file) {
                files.push(file);
            }
            SourceLine line = feed.next();
            boolean original = feed instanceof FileFeed && !repeated.contains(feed);
            if (line != null && (original || spend(line, 1 + line.text().length() / USUAL_LENGTH))) {
                return line;
            }
            end(feed);
        }
    }

    /** The next line without leaving what is read now. */
    @Nullable
    SourceLine nextOfSame() {
        Feed feed = feeds.peekFirst();
        return feed == null ? null : feed.next();
    }

    private void end(Feed feed) {
        feeds.remove(feed);
        repeated.remove(feed);
        feed.close();
        if (feed instanceof FileFeed file) {
            files.remove(file);
            check = file.check();
        }
    }

    /**
     * Counts text that is not in any file, or not for the first time; false where there was too much of it.
     *
     * @param references how many definitions were looked up to make it
     */
    boolean spendText(SourceLine line, int references) {
        return spend(line, (line.text().length() + REFERENCE * references) / USUAL_LENGTH);
    }

    /** Counts a line that is looked at once more; false where there was too much of it. */
    boolean spendAgain(SourceLine line) {
        return spend(line, 1);
    }

    private boolean spend(SourceLine line, int lines) {
        boolean before = expandedLines < MAX_EXPANDED_LINES;
        expandedLines = Math.min(MAX_EXPANDED_LINES, expandedLines + lines);
        boolean after = expandedLines < MAX_EXPANDED_LINES;
        if (before && !after) {
            reports.add(
                    DiagnosticCode.EXPANSION_LIMIT,
                    line,
                    "definitions, ~SEQ and repeated includes have made more than " + MAX_EXPANDED_LINES
                            + " lines, the rest is ignored",
                    "make fewer");
        }
        return after;
    }
}
