package dev.pollux.grammar.syntax;

import java.util.function.Consumer;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenSource;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.misc.Interval;

/**
 * The parser's view of the tokens: the next one, and nothing behind or ahead of it, because one token decides everything.
 * What the parser has accepted is handed on at once; a parse listener would cost a tree node for every token.
 */
final class ConsumedTokens implements TokenStream {

    private final StatementTokens source;
    private final Consumer<WordToken> accepted;
    private WordToken current;
    private WordToken previous;
    private int index;

    ConsumedTokens(StatementTokens source, Consumer<WordToken> accepted) {
        this.source = source;
        this.accepted = accepted;
        this.current = source.nextToken();
        this.previous = current;
    }

    @Override
    public Token LT(int offset) {
        if (offset == 1) {
            return current;
        }
        if (offset == -1) {
            return previous;
        }
        throw new UnsupportedOperationException("one token of lookahead");
    }

    @Override
    public int LA(int offset) {
        return offset == 1 ? current.getType() : LT(offset).getType();
    }

    @Override
    public void consume() {
        previous = current;
        index++;
        accepted.accept(previous);
        if (previous.getType() != Token.EOF) {
            current = source.nextToken();
        }
    }

    @Override
    public int index() {
        return index;
    }

    @Override
    public int mark() {
        return -1;
    }

    @Override
    public void release(int marker) {
        // Nothing is kept, so there is nothing to let go.
    }

    @Override
    public void seek(int position) {
        throw new UnsupportedOperationException("tokens are read once");
    }

    @Override
    public int size() {
        throw new UnsupportedOperationException("known at the end only");
    }

    @Override
    public Token get(int position) {
        throw new UnsupportedOperationException("tokens are not kept");
    }

    @Override
    public TokenSource getTokenSource() {
        return source;
    }

    @Override
    public String getSourceName() {
        return source.getSourceName();
    }

    @Override
    public String getText() {
        return "";
    }

    @Override
    public String getText(Interval interval) {
        return "";
    }

    @Override
    public String getText(RuleContext context) {
        return "";
    }

    @Override
    public String getText(Token start, Token stop) {
        return "";
    }
}
