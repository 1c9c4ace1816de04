package dev.pollux.grammar.syntax;

import dev.pollux.grammar.source.SourceLine;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenSource;
import org.jspecify.annotations.NullUnmarked;

/** A word as the parser sees it: a token type, and a place in a source line. */
@NullUnmarked
final class WordToken implements Token {

    /** A quote that is never closed, with the rest of its line; the parser is not shown it. */
    static final int UNTERMINATED = KeepalivedParser.VOCABULARY.getMaxTokenType() + 1;

    private final int type;
    private final Word word;

    WordToken(int type, Word word) {
        this.type = type;
        this.word = word;
    }

    Word word() {
        return word;
    }

    /** The same place with another meaning. */
    WordToken as(int otherType) {
        return new WordToken(otherType, word);
    }

    SourceLine sourceLine() {
        return word.line();
    }

    /** As written, with quotes. */
    @Override
    public String getText() {
        return word.quoted() ? '"' + word.text() + '"' : word.text();
    }

    @Override
    public int getType() {
        return type;
    }

    @Override
    public int getLine() {
        return word.line().number();
    }

    @Override
    public int getCharPositionInLine() {
        return word.start();
    }

    @Override
    public int getChannel() {
        return DEFAULT_CHANNEL;
    }

    @Override
    public int getTokenIndex() {
        return -1;
    }

    @Override
    public int getStartIndex() {
        return word.start();
    }

    @Override
    public int getStopIndex() {
        return word.end() - 1;
    }

    @Override
    public TokenSource getTokenSource() {
        return null;
    }

    @Override
    public CharStream getInputStream() {
        return null;
    }
}
