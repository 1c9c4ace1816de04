package dev.pollux.grammar.syntax;

import dev.pollux.grammar.diagnostic.Diagnostics;
import dev.pollux.grammar.source.LineSource;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.Parser;

/** Runs the parser over a source of lines and passes each statement on at once: no tree and no token is kept. */
public final class StatementReader {

    private final StatementListener listener;

    /** Words of a statement until its END or its body tells what it is. */
    private final List<Word> words = new ArrayList<>();

    private StatementReader(StatementListener listener) {
        this.listener = listener;
    }

    /** Reads everything; problems of structure go to {@code diagnostics}. */
    public static void read(LineSource lines, Diagnostics diagnostics, StatementListener listener) {
        StatementReader reader = new StatementReader(listener);
        KeepalivedParser parser =
                new KeepalivedParser(new ConsumedTokens(new StatementTokens(lines, diagnostics), reader::accept));
        parser.setBuildParseTree(false);
        parser.removeErrorListeners();
        parser.setErrorHandler(new NoSynchronization());
        parser.configuration();
    }

    private void accept(WordToken token) {
        switch (token.getType()) {
            case KeepalivedParser.LBRACE -> listener.open(words.isEmpty() ? null : take());
            case KeepalivedParser.RBRACE -> listener.close();
            case KeepalivedParser.END -> listener.statement(take());
            case KeepalivedParser.EOF -> words.clear();
            default -> words.add(token.word());
        }
    }

    private Statement take() {
        Statement statement = new Statement(List.copyOf(words));
        words.clear();
        return statement;
    }

    /** The token source admits no syntax error, so there is nothing to synchronize with before every decision. */
    private static final class NoSynchronization extends DefaultErrorStrategy {
        @Override
        public void sync(Parser recognizer) {
            // See the class comment.
        }
    }
}
