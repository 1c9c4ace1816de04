package dev.pollux.grammar.syntax;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.IntStream;
import org.antlr.v4.runtime.misc.Interval;

/** The characters of one line, in an array that serves all lines. */
final class LineStream implements CharStream {

    private char[] text = new char[256];
    private int length;
    private int position;

    void reset(String line) {
        length = line.length();
        if (length > text.length) {
            text = new char[length * 2];
        }
        line.getChars(0, length, text, 0);
        position = 0;
    }

    @Override
    public void consume() {
        position++;
    }

    @Override
    public int LA(int offset) {
        int index = offset > 0 ? position + offset - 1 : position + offset;
        return index >= 0 && index < length ? text[index] : IntStream.EOF;
    }

    @Override
    public int mark() {
        return -1;
    }

    @Override
    public void release(int marker) {
        // The whole line stays in memory: nothing to release.
    }

    @Override
    public int index() {
        return position;
    }

    @Override
    public void seek(int index) {
        position = index;
    }

    @Override
    public int size() {
        return length;
    }

    @Override
    public String getSourceName() {
        return UNKNOWN_SOURCE_NAME;
    }

    @Override
    public String getText(Interval interval) {
        return new String(text, interval.a, Math.min(length, interval.b + 1) - interval.a);
    }
}
