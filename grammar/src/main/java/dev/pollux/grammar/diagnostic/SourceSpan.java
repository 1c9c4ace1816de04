package dev.pollux.grammar.diagnostic;

/**
 * A piece of one line of a configuration file.
 *
 * @param file as the user named it
 * @param line from 1; 0: the file as a whole
 * @param column of the first character, from 1; 0: the line as a whole
 * @param length in characters, at least 1
 * @param text the line as it stands in the file
 */
public record SourceSpan(String file, int line, int column, int length, String text) {

    /** A file as a whole. */
    public static SourceSpan file(String file) {
        return new SourceSpan(file, 0, 0, 1, "");
    }

    /** {@code FILE:LINE:COLUMN}, without what is not known. */
    @Override
    public String toString() {
        if (line == 0) {
            return file;
        }
        return column == 0 ? file + ":" + line : file + ":" + line + ":" + column;
    }
}
