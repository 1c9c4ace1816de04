package dev.pollux.grammar.text;

import dev.pollux.grammar.model.OtherSettings.Setting;
import java.util.List;
import java.util.stream.Collectors;

/** Settings that nothing reads yet, as they stand in the file. */
final class OtherText {

    private OtherText() {}

    static void write(List<Setting> settings, Lines lines) {
        for (Setting setting : settings) {
            lines.line(setting.words().stream().map(Lines::quoted).collect(Collectors.joining(" ")));
        }
    }
}
