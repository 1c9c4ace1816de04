package dev.pollux.grammar.source;

import dev.pollux.grammar.diagnostic.DiagnosticCode;
import dev.pollux.grammar.diagnostic.Diagnostics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a configuration with everything done that is done line by line: comments, conditions, definitions,
 * {@code ~SEQ} and {@code ~LST}, includes. Pulls one line at a time, so that five lines that expand to a million need the
 * memory of a few.
 */
public final class Preprocessor implements LineSource {

    private final SourceReports reports;
    private final FeedStack feeds;
    private final Definitions definitions = new Definitions();
    private final DefinitionLines definitionLines;
    private final Substitution substitution;
    private final IncludeLines includes;
    private final Conditions conditions;
    private final Loops loops;

    public Preprocessor(PreprocessorOptions options, Diagnostics diagnostics) {
        this.reports = new SourceReports(diagnostics);
        this.feeds = new FeedStack(reports, options.checkIncludes() ? IncludeCheck.ALL : IncludeCheck.NONE);
        this.definitionLines = new DefinitionLines(definitions, feeds);
        this.substitution = new Substitution(definitions, new BuiltIns(options));
        this.includes = new IncludeLines(feeds, reports);
        this.conditions = new Conditions(options.configId());
        this.loops = new Loops(definitions, reports);
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
            feeds.append(new FileFeed(FileLines.open(file), file, name, feeds.check(), reports));
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
            SourceLine raw = feeds.next();
            if (raw == null) {
                return null;
            }
            SourceLine line = process(raw);
            if (line != null) {
                return line;
            }
        }
    }

    /** The line to be parsed, or null when there is none or others were pushed in its place. */
    private @Nullable SourceLine process(SourceLine raw) {
        SourceLine stripped = CommentStripper.strip(raw);
        int start = Blanks.skip(stripped.text(), 0);
        boolean nothing = start == stripped.text().length();
        if (!nothing
                && stripped.text().charAt(start) == '$'
                && definitionLines.take(CommentStripper.stripOfDefinition(raw), start)) {
            return null;
        }
        SourceLine line = withoutBackslash(raw, stripped);
        if (nothing || start == line.text().length()) {
            return null;
        }
        char first = line.text().charAt(start);
        if (first == '@') {
            SourceLine kept = conditions.apply(line, start);
            return kept == null ? null : process(kept);
        }
        if (first == '~' && Loops.isLoop(line.text(), start)) {
            feeds.push(line, loops.expand(line, start, this::substitute));
            return null;
        }
        if (line.text().indexOf('$') >= 0) {
            return processReferences(line);
        }
        return first == 'i' && includes.take(line, start) ? null : line;
    }

    /** Only definitions go on; elsewhere keepalived takes the backslash for a part of the word before it. */
    private SourceLine withoutBackslash(SourceLine raw, SourceLine line) {
        if (!raw.text().endsWith("\\")) {
            return line;
        }
        int end = raw.text().length();
        reports.add(
                DiagnosticCode.SUSPICIOUS,
                raw,
                new int[] {end - 1, end},
                "a backslash at the end of a line goes on with a definition, and this is none; it is ignored",
                "remove the backslash");
        String text = line.text();
        return text.endsWith("\\") ? line.withText(text.substring(0, text.length() - 1)) : line;
    }

    private @Nullable SourceLine processReferences(SourceLine line) {
        SourceLine replaced = CommentStripper.strip(substitute(line));
        Reference lines = substitution.multiLineReference(replaced.text());
        if (lines != null) {
            Definition definition = definitions.get(lines.name());
            if (definition != null) {
                feeds.push(replaced, MultiLineUse.expand(replaced, definition));
            }
            return null;
        }
        int start = Blanks.skip(replaced.text(), 0);
        if (start == replaced.text().length()) {
            return null;
        }
        char first = replaced.text().charAt(start);
        boolean expanded = replaced.expansions().size() > line.expansions().size();
        if (expanded && (first == '@' || first == '~' || first == '$')) {
            if (replaced.expansions().size() <= FeedStack.MAX_NESTING) {
                return feeds.spendAgain(replaced) ? process(replaced) : null;
            }
            feeds.reportDepth(replaced);
            return null;
        }
        return first == 'i' && includes.take(replaced, start) ? null : replaced;
    }

    private SourceLine substitute(SourceLine line) {
        try {
            FileFeed file = feeds.file();
            Path directory = file == null ? null : file.path().toAbsolutePath().getParent();
            SourceLine replaced = substitution.apply(line, String.valueOf(directory));
            int references = substitution.references();
            boolean bearable = references == 0 || feeds.spendText(replaced, references);
            return bearable ? replaced : nothing(line);
        } catch (Substitution.ExpansionException e) {
            reports.add(
                    DiagnosticCode.EXPANSION_LIMIT,
                    line,
                    e.getMessage() + ", the line is ignored",
                    "define each name by names defined before it");
            feeds.spendText(line, substitution.references());
            return nothing(line);
        }
    }

    private static SourceLine nothing(SourceLine line) {
        return new SourceLine("", line.file(), line.number(), line.original(), List.of());
    }
}
