package dev.pollux.director.dump;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.pollux.grammar.model.Trackers.ProcessTracker;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** {@code track_process} of {@code keepalived.json}, version 2. */
final class ProcessJson {

    private static final int UNLIMITED = 65_535;
    private static final double NANOS = 1e9;

    private final JsonGenerator json;

    ProcessJson(JsonGenerator json) {
        this.json = json;
    }

    /** @param values how many there are of each, by {@code process NAME} */
    void write(List<ProcessTracker> trackers, Map<String, String> values) throws IOException {
        json.writeArrayFieldStart("track_process");
        for (ProcessTracker tracker : trackers) {
            write(tracker, count(values.getOrDefault("process " + tracker.name(), "0")));
        }
        json.writeEndArray();
    }

    private void write(ProcessTracker tracker, long count) throws IOException {
        json.writeStartObject();
        json.writeStringField("process", tracker.command().get(0));
        if (tracker.command().size() > 1) {
            json.writeStringField(
                    "parameters",
                    String.join(
                            " ", tracker.command().subList(1, tracker.command().size())));
        }
        json.writeStringField("param_match", tracker.match().name().toLowerCase(Locale.ROOT));
        json.writeNumberField("min_processes", tracker.quorum());
        if (tracker.maximum() < UNLIMITED) {
            json.writeNumberField("max_processes", tracker.maximum());
        }
        json.writeNumberField("current_processes", count);
        json.writeBooleanField("have_quorum", count >= tracker.quorum() && count <= tracker.maximum());
        json.writeNumberField("weight", tracker.worth().weight());
        json.writeNumberField("terminate_delay", seconds(tracker.terminateDelay()));
        json.writeNumberField("fork_delay", seconds(tracker.forkDelay()));
        json.writeBooleanField("full_command", tracker.fullCommand());
        json.writeEndObject();
    }

    private static long count(String value) {
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / NANOS;
    }
}
