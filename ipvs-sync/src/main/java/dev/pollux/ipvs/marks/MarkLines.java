package dev.pollux.ipvs.marks;

import dev.pollux.grammar.model.TransportProtocol;
import dev.pollux.ipvs.marks.GroupMarks.Owner;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Marks as lines of text: {@code from 1000}, then {@code 1000 tcp web} for each group and protocol, the name last since it may
 * have spaces.
 */
final class MarkLines {

    private static final String FIRST = "from ";

    private MarkLines() {}

    static List<String> of(GroupMarks marks) {
        List<String> lines = new ArrayList<>();
        lines.add(FIRST + marks.firstMark());
        marks.byOwner().forEach((owner, mark) -> lines.add(mark + " " + owner.protocol() + " " + owner.group()));
        return lines;
    }

    /**
     * Inverse of {@link #of}.
     *
     * @throws IllegalArgumentException for anything else
     */
    static GroupMarks parse(List<String> lines) {
        if (lines.isEmpty() || !lines.get(0).startsWith(FIRST)) {
            throw new IllegalArgumentException("it does not begin with \"" + FIRST + "\"");
        }
        long first = Long.parseLong(lines.get(0).substring(FIRST.length()));
        Map<Owner, Long> marks = new LinkedHashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] words = line.split(" ", 3);
            if (words.length < 3) {
                throw new IllegalArgumentException("line \"" + line + "\" is not understood");
            }
            TransportProtocol protocol = TransportProtocol.valueOf(words[1].toUpperCase(Locale.ROOT));
            marks.put(new Owner(words[2], protocol), Long.parseLong(words[0]));
        }
        return new GroupMarks(first, marks);
    }
}
