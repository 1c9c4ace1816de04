package dev.pollux.director.dump;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.pollux.director.track.ProcessStatus;
import dev.pollux.grammar.model.Trackers.ProcessTracker;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** {@code track_process} of {@code keepalived.json}, version 2. */
final class ProcessJson {

    private static final int UNLIMITED = 65_535;

    private final JsonGenerator json;

    ProcessJson(JsonGenerator json) {
        this.json = json;
    }

    void write(List<ProcessStatus> all) throws IOException {
        json.writeArrayFieldStart("track_process");
        for (ProcessStatus one : all) {
            write(one);
        }
        json.writeEndArray();
    }

    private void write(ProcessStatus status) throws IOException {
        ProcessTracker tracker = status.tracker();
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
        json.writeNumberField("current_processes", status.count());
        json.writeBooleanField("have_quorum", status.quorum());
        json.writeNumberField("weight", tracker.worth().weight());
        JsonText.seconds(json, "terminate_delay", tracker.terminateDelay());
        JsonText.seconds(json, "fork_delay", tracker.forkDelay());
        json.writeBooleanField("fork_delay_timer_running", status.settling() && !status.quorum());
        json.writeBooleanField("terminate_delay_timer_running", status.settling() && status.quorum());
        json.writeBooleanField("full_command", tracker.fullCommand());
        json.writeEndObject();
    }
}
