package dev.pollux.grammar;

import dev.pollux.grammar.diagnostic.SourceSpan;
import dev.pollux.grammar.source.Blanks;
import dev.pollux.grammar.source.LineSource;
import dev.pollux.grammar.source.SourceLine;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes those {@code virtual_server} blocks out of a source of lines that an earlier reading knows by their text. All others
 * pass, and are noted, as is the rest of the file.
 */
final class ServerBlocks implements LineSource {

    private static final String KEYWORD = "virtual_server";

    private final LineSource lines;
    private final Map<String, KnownBlock> known;
    private final List<Block> blocks = new ArrayList<>();
    private final List<String> rest = new ArrayList<>();
    private final Deque<SourceLine> ready = new ArrayDeque<>();
    private final StringBuilder text = new StringBuilder();
    private boolean regular = true;

    ServerBlocks(LineSource lines, Map<String, KnownBlock> known) {
        this.lines = lines;
        this.known = known;
    }

    /**
     * A block in the order of the file.
     *
     * @param known null: it had to be read
     */
    record Block(String text, SourceLine head, @Nullable KnownBlock known) {

        /** Where it begins. */
        SourceSpan keyword() {
            int start = Blanks.skip(head.text(), 0);
            return head.span(start, start + KEYWORD.length());
        }
    }

    List<Block> blocks() {
        return blocks;
    }

    /** What stands between the blocks. */
    List<String> rest() {
        return rest;
    }

    /** Whether every block begins and ends on lines of its own, as far as that can be told without understanding the file. */
    boolean regular() {
        return regular;
    }

    @Override
    public @Nullable SourceLine next() {
        while (true) {
            if (!ready.isEmpty()) {
                return ready.remove();
            }
            SourceLine line = lines.next();
            if (line == null) {
                return null;
            } else if (!opensServer(line.text())) {
                rest.add(line.text());
                return line;
            }
            block(line);
        }
    }

    private void block(SourceLine head) {
        text.setLength(0);
        int depth = 0;
        SourceLine line = head;
        do {
            depth = line == null ? -1 : depthAfter(line.text(), depth);
            if (line != null) {
                ready.add(line);
                text.append(line.text()).append('\n');
            }
            if (depth < 0) {
                regular = false;
                return;
            }
            line = depth == 0 ? null : lines.next();
        } while (depth > 0);
        String whole = text.toString();
        KnownBlock block = known.get(whole);
        if (block != null) {
            ready.clear();
        }
        blocks.add(new Block(whole, head, block));
    }

    private static boolean opensServer(String line) {
        int start = Blanks.skip(line, 0);
        int end = start + KEYWORD.length();
        return line.startsWith(KEYWORD, start) && end < line.length() && Blanks.isBlank(line.charAt(end));
    }

    /** How many braces are open behind a line; -1 where something follows the last one, or none is open. */
    private static int depthAfter(String line, int before) {
        int depth = before;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                i = line.indexOf('"', i + 1);
                if (i < 0) {
                    return -1;
                }
            } else if (c == '{') {
                depth++;
            } else if (c == '}') {
                depth--;
                if (depth <= 0) {
                    return Blanks.skip(line, i + 1) == line.length() ? depth : -1;
                }
            }
        }
        return depth > 0 ? depth : -1;
    }
}
