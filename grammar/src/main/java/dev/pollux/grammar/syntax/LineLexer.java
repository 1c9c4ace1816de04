package dev.pollux.grammar.syntax;

import dev.pollux.grammar.source.SourceLine;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenFactory;
import org.antlr.v4.runtime.TokenSource;
import org.antlr.v4.runtime.misc.Pair;

/** Cuts one line after the other into tokens; every line begins with a statement's head. */
final class LineLexer {

    private final LineStream characters = new LineStream();
    private final KeepalivedLexer lexer = new KeepalivedLexer(characters);
    private SourceLine line = SourceLine.plain("", "", 0);

    LineLexer() {
        lexer.removeErrorListeners();
        lexer.setTokenFactory(new TokenFactory<WordToken>() {
            @Override
            public WordToken create(
                    Pair<TokenSource, CharStream> source,
                    int type,
                    String text,
                    int channel,
                    int start,
                    int stop,
                    int lineNumber,
                    int column) {
                return new WordToken(type, line, start, stop);
            }

            @Override
            public WordToken create(int type, String text) {
                return new WordToken(type, line, 0, -1);
            }
        });
    }

    void begin(SourceLine next) {
        line = next;
        characters.reset(next.text());
        lexer.setInputStream(characters);
    }

    /** The next token of the line; its type is {@link Token#EOF} at the end. */
    WordToken next() {
        return (WordToken) lexer.nextToken();
    }
}
