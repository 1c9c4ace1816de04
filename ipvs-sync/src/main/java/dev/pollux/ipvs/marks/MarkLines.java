package dev.pollux.ipvs.marks;

import dev.pollux.grammar.model.TransportProtocol;
import dev.pollux.ipvs.marks.GroupMarks.Owner;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Marks as lines of text: {@code from 1000 next 1002}, then {@code 1000 tcp web} for each group and protocol, the name last since it may
 * have spaces.
 */
final class MarkLines {

    private static final Pattern HEAD = Pattern.compile("from (\\d+) next (\\d+)");

    private MarkLines() {}

    static List<String> of(GroupMarks marks) {
        List<String> lines = new ArrayList<>();
        lines.add("from " + marks.firstMark() + " next " + marks.nextMark());
        marks.byOwner().forEach((owner, mark) -> lines.add(mark + " " + owner.protocol() + " " + owner.group()));
        return lines;
    }

    /**
     * Inverse of {@link #of}.
     *
     * @throws IllegalArgumentException for anything else
     */
    static GroupMarks parse(List<String> lines) {
        Matcher head = HEAD.matcher(lines.isEmpty() ? "" : lines.get(0));
        if (!head.matches()) {
            throw new IllegalArgumentException("its first line is not understood");
        }
        Map<Owner, Long> marks = new LinkedHashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] words = line.split(" ", 3);
            if (words.length < 3) {
                throw new IllegalArgumentException("line \"" + line + "\" is not understood");
            }
            TransportProtocol protocol = TransportProtocol.valueOf(words[1].toUpperCase(Locale.ROOT));
            marks.put(new Owner(words[2], protocol), Long.parseLong(words[0]));
        }
        return new GroupMarks(Long.parseLong(head.group(1)), Long.parseLong(head.group(2)), marks);
    }
}
