package dev.pollux.grammar.syntax;

import dev.pollux.grammar.source.Blanks;
import dev.pollux.grammar.source.SourceLine;
import org.jspecify.annotations.Nullable;

/**
 * Cuts one line after the other into words and braces. A word is a keyword only where a statement may begin: at the begin
 * of the line and behind a brace. A double quote ends a word and begins another, up to the next one.
 */
final class WordCutter {

    private final Spellings spellings = new Spellings();
    private SourceLine line = SourceLine.plain("", "", 0);
    private String text = "";
    private int position;
    private boolean atHead;
    private boolean reference;

    void begin(SourceLine next) {
        line = next;
        text = next.text();
        position = 0;
        atHead = true;
    }

    /** The next token of the line, or null at the end. */
    @Nullable
    WordToken next() {
        reference = false;
        int start = Blanks.skip(text, position);
        if (start == text.length()) {
            return null;
        }
        return switch (text.charAt(start)) {
            case '{' -> brace(KeepalivedParser.LBRACE, "{", start);
            case '}' -> brace(KeepalivedParser.RBRACE, "}", start);
            case '"' -> quoted(start);
            default -> plain(start);
        };
    }

    /** Whether the last word has a <code>${NAME}</code> in it: nothing defines NAME, or it would not be there any more. */
    boolean hasReference() {
        return reference;
    }

    /** Whether this brace is that of a <code>${NAME}</code>. */
    private boolean isReference(int brace) {
        if (text.charAt(brace - 1) != '$') {
            return false;
        }
        int end = brace + 1;
        while (end < text.length() && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '_')) {
            end++;
        }
        return end > brace + 1 && end < text.length() && text.charAt(end) == '}';
    }

    private WordToken brace(int type, String spelling, int start) {
        position = start + 1;
        atHead = true;
        return new WordToken(type, new Word(spelling, false, line, start));
    }

    private WordToken quoted(int start) {
        atHead = false;
        int end = text.indexOf('"', start + 1);
        if (end < 0) {
            position = text.length();
            return new WordToken(WordToken.UNTERMINATED, new Word(text.substring(start), false, line, start));
        }
        position = end + 1;
        return new WordToken(KeepalivedParser.WORD, new Word(text.substring(start + 1, end), true, line, start));
    }

    private WordToken plain(int start) {
        String characters = text;
        int length = characters.length();
        int hash = 0;
        int i = start;
        for (; i < length; i++) {
            char c = characters.charAt(i);
            if (c == '{' && i > start && isReference(i)) {
                int close = characters.indexOf('}', i);
                for (; i < close; i++) {
                    hash = hash * 31 + characters.charAt(i);
                }
                c = '$';
                reference = true;
            } else if (c == '{' || c == '}' || c == '"' || Blanks.isBlank(c)) {
                break;
            }
            hash = hash * 31 + c;
        }
        position = i;
        Spelling spelling = spellings.of(characters, start, i, hash);
        int type = atHead ? spelling.headType() : KeepalivedParser.WORD;
        atHead = false;
        return new WordToken(type, new Word(spelling.text(), false, line, start));
    }
}
