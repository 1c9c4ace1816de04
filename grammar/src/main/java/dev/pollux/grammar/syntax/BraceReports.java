package dev.pollux.grammar.syntax;

import dev.pollux.grammar.diagnostic.Diagnostic;
import dev.pollux.grammar.diagnostic.DiagnosticCode;
import dev.pollux.grammar.diagnostic.Diagnostics;
import dev.pollux.grammar.diagnostic.SourceSpan;
import java.util.List;

/** What is said about braces and quotes that do not match. */
final class BraceReports {

    private final Diagnostics diagnostics;

    BraceReports(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    void unterminatedQuote(WordToken token) {
        add(
                DiagnosticCode.UNTERMINATED_QUOTE,
                token,
                "this double quote is never closed, the rest of the line is ignored",
                "write a second \" on the same line");
    }

    void undefined(WordToken token) {
        String text = token.word().text();
        int begin = text.indexOf("${");
        String name = text.substring(begin, text.indexOf('}', begin) + 1);
        add(
                DiagnosticCode.UNKNOWN_NAME,
                token,
                name + " is not defined, it stays as it is written",
                "write $" + name.substring(2, name.length() - 1) + "=VALUE on a line above");
    }

    void extraClosing(WordToken token) {
        add(DiagnosticCode.EXTRA_BRACE, token, "extra '}': no block is open here, it is ignored", "remove it");
    }

    void unexpectedOpening(WordToken token) {
        add(
                DiagnosticCode.UNEXPECTED_BRACE,
                token,
                "unexpected '{' without a keyword before it, the block is ignored",
                "write the keyword of the block before the brace");
    }

    void missingOpening(WordToken keyword) {
        add(
                DiagnosticCode.MISSING_BRACE,
                keyword,
                "missing '{' after " + keyword.getText() + ", read as if it were there",
                "write '{' at the end of this line");
    }

    void tooDeep(WordToken token, int limit) {
        add(
                DiagnosticCode.EXPANSION_LIMIT,
                token,
                "blocks are nested more than " + limit + " deep, this one is ignored",
                "look for a '{' that should be a '}'");
    }

    /** A keyword of the top level stands inside a block. */
    void notClosed(WordToken opened, WordToken found) {
        SourceSpan span = span(found);
        Diagnostic.Note note = new Diagnostic.Note(span(opened), opened.getText() + " opened here is not closed");
        diagnostics.add(new Diagnostic(
                DiagnosticCode.MISSING_BRACE,
                DiagnosticCode.MISSING_BRACE.severity(),
                span,
                "missing '}' before " + found.getText()
                        + ", which is allowed at the top level only; read as if it were there",
                "write '}' where the block before it ends",
                List.of(note)));
    }

    void notClosedAtEnd(WordToken opened) {
        add(
                DiagnosticCode.MISSING_BRACE,
                opened,
                "missing '}': the block opened here is not closed at the end of the file; read as if it were",
                "write '}' where the block ends");
    }

    private void add(DiagnosticCode code, WordToken token, String message, String hint) {
        diagnostics.add(new Diagnostic(
                code,
                code.severity(),
                span(token),
                message,
                hint,
                token.sourceLine().notes(token.getStartIndex(), token.getStopIndex() + 1)));
    }

    private static SourceSpan span(WordToken token) {
        return token.sourceLine().span(token.getStartIndex(), token.getStopIndex() + 1);
    }
}
