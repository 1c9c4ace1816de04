package dev.pollux.grammar.syntax;

import dev.pollux.grammar.diagnostic.Diagnostics;
import dev.pollux.grammar.source.LineSource;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.UnbufferedTokenStream;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Runs the parser over a source of lines and passes each statement on at once: no tree and no token is kept. */
public final class StatementReader {

    private StatementReader() {}

    /** Reads everything; problems of structure go to {@code diagnostics}. */
    public static void read(LineSource lines, Diagnostics diagnostics, StatementListener listener) {
        KeepalivedParser parser =
                new KeepalivedParser(new UnbufferedTokenStream<>(new StatementTokens(lines, diagnostics)));
        parser.setBuildParseTree(false);
        parser.removeErrorListeners();
        parser.setErrorHandler(new NoSynchronization());
        parser.addParseListener(new Statements(listener));
        parser.configuration();
    }

    /** The token source admits no syntax error, so there is nothing to synchronize with before every decision. */
    private static final class NoSynchronization extends DefaultErrorStrategy {
        @Override
        public void sync(Parser recognizer) {
            // See the class comment.
        }
    }

    /** Gathers the words of a statement until its END or its body tells what it is. */
    private static final class Statements extends KeepalivedParserBaseListener {

        private final StatementListener listener;
        private List<Word> words = new ArrayList<>();

        Statements(StatementListener listener) {
            this.listener = listener;
        }

        @Override
        public void visitTerminal(TerminalNode node) {
            WordToken token = (WordToken) node.getSymbol();
            switch (token.getType()) {
                case KeepalivedLexer.LBRACE -> listener.open(words.isEmpty() ? null : take());
                case KeepalivedLexer.RBRACE -> listener.close();
                case KeepalivedLexer.END -> listener.statement(take());
                case KeepalivedLexer.EOF -> words.clear();
                default -> words.add(token.word());
            }
        }

        @Override
        public void exitEveryRule(ParserRuleContext context) {
            context.children = null;
        }

        private Statement take() {
            Statement statement = new Statement(words);
            words = new ArrayList<>();
            return statement;
        }
    }
}
