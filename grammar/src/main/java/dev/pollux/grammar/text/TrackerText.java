package dev.pollux.grammar.text;

import dev.pollux.grammar.model.Trackers;
import dev.pollux.grammar.model.Trackers.FileTracker;
import dev.pollux.grammar.model.Trackers.InitialContent;
import dev.pollux.grammar.model.Trackers.ParameterMatch;
import dev.pollux.grammar.model.Trackers.ProcessTracker;
import dev.pollux.grammar.model.Trackers.ScriptTracker;
import dev.pollux.grammar.model.Trackers.Worth;
import java.util.Locale;
import java.util.stream.Collectors;

/** {@code vrrp_script}, {@code track_file} and {@code vrrp_track_process}. */
final class TrackerText {

    private final Lines lines;

    TrackerText(Lines lines) {
        this.lines = lines;
    }

    void write(Trackers trackers) {
        trackers.scripts().forEach(this::script);
        trackers.files().forEach(this::file);
        trackers.processes().forEach(this::process);
    }

    private void script(ScriptTracker tracker) {
        lines.block("vrrp_script " + Lines.quoted(tracker.name()), () -> {
            lines.line("script " + ScriptText.command(tracker.script()));
            if (tracker.script().user() != null) {
                lines.line("user " + ScriptText.user(tracker.script().user()));
            }
            lines.seconds("interval", tracker.interval());
            if (!tracker.timeout().isZero()) {
                lines.seconds("timeout", tracker.timeout());
            }
            lines.number("rise", tracker.rise());
            lines.number("fall", tracker.fall());
            worth(tracker.worth());
            lines.flag("init_fail", tracker.initiallyFailed());
        });
    }

    private void file(FileTracker tracker) {
        lines.block("track_file " + Lines.quoted(tracker.name()), () -> {
            lines.word("file", tracker.path());
            worth(tracker.worth());
            InitialContent initial = tracker.initial();
            if (initial != null) {
                lines.line("init_file " + initial.value() + (initial.overwrite() ? " overwrite" : ""));
            }
        });
    }

    private void process(ProcessTracker tracker) {
        lines.block("vrrp_track_process " + Lines.quoted(tracker.name()), () -> {
            lines.line(tracker.command().stream()
                    .map(word -> '"' + word + '"')
                    .collect(Collectors.joining(" ", "process ", "")));
            lines.flag("full_command", tracker.fullCommand());
            if (tracker.match() == ParameterMatch.EXACT) {
                lines.line("param_match");
            } else if (tracker.match() != ParameterMatch.NONE) {
                lines.line("param_match " + tracker.match().name().toLowerCase(Locale.ROOT));
            }
            lines.number("quorum", tracker.quorum());
            if (tracker.maximum() != Integer.MAX_VALUE) {
                lines.number("quorum_max", tracker.maximum());
            }
            lines.seconds("terminate_delay", tracker.terminateDelay());
            lines.seconds("fork_delay", tracker.forkDelay());
            worth(tracker.worth());
        });
    }

    private void worth(Worth worth) {
        lines.line("weight " + worth.weight() + (worth.reverse() ? " reverse" : ""));
    }
}
