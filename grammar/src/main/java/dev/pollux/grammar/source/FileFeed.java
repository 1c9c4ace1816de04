package dev.pollux.grammar.source;

import dev.pollux.grammar.diagnostic.DiagnosticCode;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The lines of one configuration file. */
final class FileFeed implements Feed {

    private static final int KEEPALIVED_LINE_LIMIT = 1023;

    private final FileLines lines;
    private final Path path;
    private final String name;
    private final IncludeCheck check;
    private final SourceReports reports;
    private int number;
    private boolean saidNotUtf8;

    /**
     * @param name how messages call the file
     * @param check the include check in force when the file was begun
     */
    FileFeed(FileLines lines, Path path, String name, IncludeCheck check, SourceReports reports) {
        this.lines = lines;
        this.path = path;
        this.name = name;
        this.check = check;
        this.reports = reports;
    }

    Path path() {
        return path;
    }

    String name() {
        return name;
    }

    IncludeCheck check() {
        return check;
    }

    @Override
    public @Nullable SourceLine next() {
        try {
            String text = lines.next();
            if (text == null) {
                return null;
            }
            number++;
            SourceLine line = SourceLine.plain(text, name, number);
            examine(line);
            return number == 1 && text.startsWith("\uFEFF") ? withoutByteOrderMark(line) : line;
        } catch (IOException e) {
            reports.add(
                    DiagnosticCode.MISSING_FILE,
                    name,
                    "cannot be read any further: " + e.getMessage(),
                    "check the file");
            return null;
        }
    }

    private void examine(SourceLine line) {
        if (lines.invalidUtf8() && !saidNotUtf8 && beyondAscii(CommentStripper.strip(line.text()))) {
            saidNotUtf8 = true;
            reports.add(
                    DiagnosticCode.ENCODING,
                    line,
                    "this line is not UTF-8, its bytes are read as ISO 8859-1",
                    "save the file as UTF-8");
        }
        if (lines.beyondAscii()) {
            lookAlikes(line);
        }
        if (lines.cut()) {
            reports.add(
                    DiagnosticCode.EXPANSION_LIMIT,
                    line,
                    "this line has more than " + FileLines.MAX_LENGTH + " bytes, the rest of it is ignored",
                    "split it");
        } else if (line.text().length() > KEEPALIVED_LINE_LIMIT
                && CommentStripper.strip(line.text()).length() > KEEPALIVED_LINE_LIMIT) {
            reports.add(
                    DiagnosticCode.SUSPICIOUS,
                    line,
                    "this line has more than " + KEEPALIVED_LINE_LIMIT + " characters: keepalived would cut it",
                    "split it");
        }
    }

    /** keepalived takes them for letters; at the very begin of the file they are a mark of its encoding. */
    private void lookAlikes(SourceLine line) {
        String text = CommentStripper.strip(line.text());
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            quoted ^= c == '"';
            if (!quoted && Blanks.isLookAlike(c) && (i > 0 || number > 1)) {
                reports.add(
                        DiagnosticCode.ENCODING,
                        line,
                        new int[] {i, i + 1},
                        "this is not a blank but looks like one (U+%04X), keepalived takes it for a letter; read as a blank"
                                .formatted((int) c),
                        "type a blank instead");
                return;
            }
        }
    }

    private SourceLine withoutByteOrderMark(SourceLine line) {
        reports.add(
                DiagnosticCode.ENCODING,
                line,
                new int[] {0, 1},
                "the file begins with a byte order mark, it is ignored",
                "save the file as UTF-8 without BOM");
        String text = Blanks.blankOut(line.text(), 1);
        return new SourceLine(text, line.file(), line.number(), line.original(), line.expansions());
    }

    private static boolean beyondAscii(String text) {
        return text.chars().anyMatch(c -> c > 0x7E);
    }

    @Override
    public void close() {
        try {
            lines.close();
        } catch (IOException e) {
            reports.add(DiagnosticCode.REMARK, name, "cannot be closed: " + e.getMessage(), "");
        }
    }
}
