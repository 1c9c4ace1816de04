package dev.pollux.grammar.source;

import dev.pollux.grammar.diagnostic.DiagnosticCode;
import java.util.List;

/** {@code include PATTERN} in all its forms, and {@code include_check}, which says how strict the plain form is. */
final class IncludeLines {

    private final FeedStack feeds;
    private final SourceReports reports;
    private final Includes includes;

    IncludeLines(FeedStack feeds, SourceReports reports) {
        this.feeds = feeds;
        this.reports = reports;
        this.includes = new Includes(reports);
    }

    /** Puts the included files in the place of the line; false where it is no include. */
    boolean take(SourceLine line, int start) {
        String text = line.text();
        int end = Blanks.wordEnd(text, start);
        if (text.startsWith("include_check", start)) {
            feeds.setCheck(feeds.check().changed(text.substring(end)));
            return false;
        }
        IncludeCheck wanted = IncludeCheck.of(text.substring(start, end), feeds.check());
        FileFeed includer = feeds.file();
        if (wanted == null || includer == null) {
            return false;
        }
        String pattern = text.substring(Blanks.skip(text, end));
        if (pattern.isEmpty()) {
            // Nothing to include: it is then a word like any other, and one that nobody knows.
            return false;
        }
        List<FileFeed> found = includes.open(line, pattern, new Includes.Checks(wanted, feeds.check()), includer);
        for (int i = found.size() - 1; i >= 0; i--) {
            push(line, found.get(i));
        }
        return true;
    }

    private void push(SourceLine line, FileFeed file) {
        if (!feeds.isBeingRead(file.path())) {
            feeds.push(line, file);
            return;
        }
        file.close();
        reports.add(
                DiagnosticCode.EXPANSION_LIMIT,
                line,
                "'" + file.name() + "' includes itself, directly or by way of others; this include is ignored",
                "remove one of the includes");
    }
}
