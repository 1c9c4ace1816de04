package dev.pollux.grammar.source;

import dev.pollux.grammar.diagnostic.DiagnosticCode;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** What is being read: a file, inside it what it includes or expands to, and so on. Knows when it is too much. */
final class FeedStack {

    /** Four times a configuration of 50,000 real servers; beyond, it is a bomb. */
    private static final int MAX_EXPANDED_LINES = 4_000_000;

    static final int MAX_NESTING = 64;

    private final Deque<Feed> feeds = new ArrayDeque<>();
    private final Deque<FileFeed> files = new ArrayDeque<>();
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
        feeds.addLast(file);
    }

    /** To be read next, in place of a line. */
    void push(SourceLine line, Feed feed) {
        if (feeds.size() > MAX_NESTING) {
            reportDepth(line);
        } else {
            feeds.addFirst(feed);
        }
    }

    void reportDepth(SourceLine line) {
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
        return files.stream().anyMatch(file -> file.path()
                .toAbsolutePath()
                .normalize()
                .equals(path.toAbsolutePath().normalize()));
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
            if (line != null && (feed instanceof FileFeed || countExpanded(line))) {
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
}
