package dev.pollux.grammar.syntax;

import dev.pollux.grammar.source.SourceLine;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenSource;
import org.jspecify.annotations.NullUnmarked;

/** A token that knows its source line and copies no text until asked. */
@NullUnmarked
final class WordToken implements Token {

    private final int type;
    private final SourceLine line;
    private final int start;
    private final int stop;

    /** Characters {@code start} to {@code stop}, both included, of {@code line}. */
    WordToken(int type, SourceLine line, int start, int stop) {
        this.type = type;
        this.line = line;
        this.start = start;
        this.stop = stop;
    }

    Word word() {
        boolean quoted = type == KeepalivedLexer.QUOTED;
        String text = quoted ? line.text().substring(start + 1, stop) : getText();
        return new Word(text, quoted, line, start);
    }

    /** The same place with another meaning. */
    WordToken as(int otherType) {
        return new WordToken(otherType, line, start, stop);
    }

    SourceLine sourceLine() {
        return line;
    }

    @Override
    public String getText() {
        return line.text().substring(start, stop + 1);
    }

    @Override
    public int getType() {
        return type;
    }

    @Override
    public int getLine() {
        return line.number();
    }

    @Override
    public int getCharPositionInLine() {
        return start;
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
        return start;
    }

    @Override
    public int getStopIndex() {
        return stop;
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
