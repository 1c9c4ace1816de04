package dev.pollux.integration.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** One check of the lab: its name, how it ended, and everything the lab printed about it. */
record LabCheck(String name, Outcome outcome, String text) {

    enum Outcome {
        PASS,
        FAIL,
        SKIP
    }

    private static final Pattern LINE = Pattern.compile("(PASS|FAIL|SKIP) ([^\\[]+) \\[[0-9.]+ s\\].*");

    /** The checks of an output: a line {@code OUTCOME name [1.5 s] detail} each, then indented lines of evidence. */
    static List<LabCheck> parse(List<String> output) {
        List<LabCheck> checks = new ArrayList<>();
        for (String line : output) {
            Matcher matcher = LINE.matcher(line);
            if (matcher.matches()) {
                checks.add(new LabCheck(matcher.group(2), Outcome.valueOf(matcher.group(1)), line));
            } else if (line.startsWith("    ") && !checks.isEmpty()) {
                int last = checks.size() - 1;
                checks.set(last, checks.get(last).with(line));
            }
        }
        return checks;
    }

    private LabCheck with(String evidence) {
        return new LabCheck(name, outcome, text + "\n" + evidence);
    }

    /** Ends the running test as the check ended. */
    void assertPassed() {
        Assumptions.assumeFalse(outcome == Outcome.SKIP, text);
        Assertions.assertSame(Outcome.PASS, outcome, text);
    }
}
