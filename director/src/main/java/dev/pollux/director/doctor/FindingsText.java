package dev.pollux.director.doctor;

import java.util.List;

/** Findings for people. */
final class FindingsText {

    private FindingsText() {}

    static String of(List<Finding> findings) {
        StringBuilder text = new StringBuilder();
        for (Finding finding : findings) {
            FindingKind kind = finding.kind();
            text.append(kind.severity().label()).append(": ").append(kind.id()).append(": ");
            text.append(finding.what()).append('\n');
            text.append("    breaks ")
                    .append(kind.breaks())
                    .append(": ")
                    .append(kind.why())
                    .append('\n');
            finding.commands()
                    .forEach(command -> text.append("        ").append(command).append('\n'));
        }
        return text.isEmpty() ? "nothing found\n" : text.toString();
    }
}
