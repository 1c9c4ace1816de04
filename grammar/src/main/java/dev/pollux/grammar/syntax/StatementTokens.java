package dev.pollux.grammar.syntax;

import dev.pollux.grammar.diagnostic.Diagnostics;
import dev.pollux.grammar.source.LineSource;
import dev.pollux.grammar.source.SourceLine;
import java.util.ArrayDeque;
import java.util.Deque;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.CommonTokenFactory;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenFactory;
import org.antlr.v4.runtime.TokenSource;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of all lines, with balanced braces and an END behind every statement without a body. What keepalived forgives
 * is mended here and reported: a missing or extra brace, a brace on the next line, several statements on one line.
 */
final class StatementTokens implements TokenSource {

    /** Deeper than any configuration; the parser's own stack must not overflow. */
    private static final int MAX_DEPTH = 64;

    private final LineSource lines;
    private final WordCutter words = new WordCutter();
    private final BraceReports reports;
    private final Deque<WordToken> ready = new ArrayDeque<>();
    private final Deque<OpenBlock> open = new ArrayDeque<>();
    private @Nullable WordToken head;
    private int tooDeep;
    private boolean atBegin;
    private SourceLine line = SourceLine.plain("", "", 0);

    StatementTokens(LineSource lines, Diagnostics diagnostics) {
        this.lines = lines;
        this.reports = new BraceReports(diagnostics);
    }

    @Override
    public WordToken nextToken() {
        while (ready.isEmpty()) {
            WordToken token = words.next();
            if (token == null) {
                nextLine();
            } else {
                if (atBegin && token.getType() != KeepalivedParser.LBRACE) {
                    finishStatement();
                }
                atBegin = false;
                if (words.hasReference()) {
                    reports.undefined(token);
                }
                accept(token);
            }
        }
        return ready.remove();
    }

    private void nextLine() {
        SourceLine next = lines.next();
        if (next == null) {
            end();
        } else {
            line = next;
            words.begin(next);
            atBegin = true;
        }
    }

    private void accept(WordToken token) {
        int type = token.getType();
        if (type == KeepalivedParser.LBRACE) {
            acceptOpening(token);
        } else if (type == KeepalivedParser.RBRACE) {
            acceptClosing(token);
        } else if (type == WordToken.UNTERMINATED) {
            reports.unterminatedQuote(token);
        } else {
            acceptWord(token);
        }
    }

    private void acceptWord(WordToken token) {
        if (head != null) {
            ready.add(token);
            return;
        }
        BlockKind kind = BlockKind.of(token.getType());
        OpenBlock enclosing = open.peek();
        if (kind.topLevel() && enclosing != null) {
            reports.notClosed(enclosing.head(), token);
            closeAll(token);
        } else if (enclosing != null && enclosing.kind().holdsValues()) {
            head = token.as(KeepalivedParser.WORD);
            ready.add(head);
            return;
        }
        head = token;
        ready.add(token);
    }

    private void acceptOpening(WordToken token) {
        WordToken opener = head;
        if (opener == null) {
            reports.unexpectedOpening(token);
        }
        if (open.size() >= MAX_DEPTH) {
            if (tooDeep == 0) {
                reports.tooDeep(token, MAX_DEPTH);
            }
            tooDeep++;
            finishStatement();
            return;
        }
        open(opener, token);
    }

    private void open(@Nullable WordToken opener, WordToken at) {
        OpenBlock enclosing = open.peek();
        boolean inValues = enclosing != null && enclosing.kind().holdsValues();
        BlockKind kind = opener == null ? BlockKind.UNKNOWN : BlockKind.of(opener.getType());
        open.push(new OpenBlock(inValues ? BlockKind.VALUES : kind, opener == null ? at : opener));
        ready.add(at.as(KeepalivedParser.LBRACE));
        head = null;
    }

    private void acceptClosing(WordToken token) {
        finishStatement();
        if (tooDeep > 0) {
            tooDeep--;
        } else if (open.isEmpty()) {
            reports.extraClosing(token);
        } else {
            open.pop();
            ready.add(token);
        }
    }

    /** The statement begun has no body: nothing opened one. */
    private void finishStatement() {
        WordToken statement = head;
        if (statement == null) {
            return;
        }
        BlockKind kind = BlockKind.of(statement.getType());
        if (kind == BlockKind.UNKNOWN || open.size() >= MAX_DEPTH) {
            ready.add(statement.as(KeepalivedParser.END));
            head = null;
        } else {
            reports.missingOpening(statement);
            open(statement, statement);
        }
    }

    private void closeAll(WordToken at) {
        while (!open.isEmpty()) {
            open.pop();
            ready.add(at.as(KeepalivedParser.RBRACE));
        }
        tooDeep = 0;
    }

    private void end() {
        WordToken end = new WordToken(Token.EOF, new Word("", false, line, 0));
        finishStatement();
        OpenBlock innermost = open.peek();
        if (innermost != null) {
            reports.notClosedAtEnd(innermost.head());
            closeAll(end);
        }
        ready.add(end);
    }

    @Override
    public int getLine() {
        return line.number();
    }

    @Override
    public int getCharPositionInLine() {
        return 0;
    }

    @Override
    @SuppressWarnings("NullAway")
    public CharStream getInputStream() {
        return null;
    }

    @Override
    public String getSourceName() {
        return line.file();
    }

    @Override
    public void setTokenFactory(TokenFactory<?> factory) {
        throw new UnsupportedOperationException("tokens are made from the words of each line");
    }

    @Override
    public TokenFactory<?> getTokenFactory() {
        return CommonTokenFactory.DEFAULT;
    }

    /** A body that is not closed yet. */
    private record OpenBlock(BlockKind kind, WordToken head) {}
}
