package dev.pollux.grammar.schema;

import dev.pollux.grammar.diagnostic.DiagnosticCode;
import dev.pollux.grammar.diagnostic.SourceSpan;
import dev.pollux.grammar.syntax.Statement;
import dev.pollux.grammar.syntax.Word;
import java.util.List;

/**
 * The arguments of one statement, and the way to complain about them.
 *
 * @param words the arguments, or all words of a line of values
 */
public record Arguments(Statement statement, List<Word> words, Reports reports) {

    /** The words behind the keyword. */
    public static Arguments of(Statement statement, Reports reports) {
        List<Word> all = statement.words();
        return new Arguments(statement, all.subList(1, all.size()), reports);
    }

    /** All words of a line of values. */
    public static Arguments ofLine(Statement line, Reports reports) {
        return new Arguments(line, line.words(), reports);
    }

    public int count() {
        return words.size();
    }

    public boolean isEmpty() {
        return words.isEmpty();
    }

    public String text(int index) {
        return words.get(index).text();
    }

    /** The keyword, or the first word of a line of values. */
    public String keyword() {
        return statement.keyword().text();
    }

    /** Where the statement begins. */
    public SourceSpan span() {
        Word word = statement.keyword();
        return word.line().span(word.start(), word.end());
    }

    /** Where the argument {@code index} stands. */
    public SourceSpan spanOf(int index) {
        Word word = words.get(index);
        return word.line().span(word.start(), word.end());
    }

    /** Complains about the argument {@code index}, or about the keyword where there are not so many. */
    public void report(DiagnosticCode code, int index, String message, String hint) {
        reports.add(code, index < words.size() ? words.get(index) : statement.keyword(), message, hint);
    }

    /** Complains about the statement as a whole. */
    public void report(DiagnosticCode code, String message, String hint) {
        reports.add(code, statement.keyword(), message, hint);
    }
}
