package dev.pollux.director;

import dev.pollux.director.mail.MailDesk;
import dev.pollux.director.metrics.NotifySamples;
import dev.pollux.director.metrics.Sample;
import dev.pollux.director.metrics.ScriptSamples;
import dev.pollux.director.notify.NotifyDesk;
import dev.pollux.director.notify.NotifyRelay;
import dev.pollux.director.script.LifeScripts;
import dev.pollux.director.script.ScriptCommands;
import dev.pollux.director.script.ScriptCounts;
import dev.pollux.director.track.ProcessStatus;
import dev.pollux.director.track.ReadingListener;
import dev.pollux.director.track.TrackerDesk;
import dev.pollux.grammar.model.Configuration;
import dev.pollux.grammar.model.NotificationSettings;
import dev.pollux.grammar.model.NotificationSettings.Flag;
import io.netty.channel.IoEventLoop;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** What the director asks of the world outside for its engines, and tells it of them. Owned by the {@code control} loop. */
final class Outside {

    private final ScriptCounts scripts = new ScriptCounts();
    private final MailDesk mail;
    private final NotifyDesk notify;
    private final NotifyRelay relay;
    private final TrackerDesk trackers;
    private final LifeScripts life;
    private Configuration current = Configuration.empty();

    Outside(IoEventLoop control, ReadingListener routers) {
        this.mail = new MailDesk(control);
        this.notify = new NotifyDesk(control, scripts, mail);
        this.relay = new NotifyRelay(control, notify);
        this.trackers = new TrackerDesk(control, scripts, routers);
        this.life = new LifeScripts(control, scripts);
    }

    /** Who hears the engines. */
    NotifyRelay listener() {
        return relay;
    }

    /** Before the engines have anything to do; complete when {@code startup_script} has ended. */
    CompletionStage<Void> begin(Configuration first) {
        return life.run("startup_script", first.global().notification().startup(), commands(first));
    }

    /** A configuration is about to come into force. */
    void expect(Configuration next) {
        notify.expect(next);
    }

    /** A configuration is in force. */
    void apply(Configuration configuration) {
        current = configuration;
        notify.apply(configuration);
        trackers.apply(configuration.trackers(), commands(configuration));
    }

    /** The engines are about to stop: nothing shall move them any more, and what ends was stopped. */
    void leave() {
        notify.leave();
        trackers.stop();
    }

    /** The engines have stopped; complete when everybody has been told, and {@code shutdown_script} has ended. */
    CompletionStage<Void> finish() {
        return notify.finish()
                .thenCompose(done -> life.run(
                        "shutdown_script", current.global().notification().shutdown(), commands(current)));
    }

    List<Sample> samples() {
        List<Sample> samples = new ArrayList<>(ScriptSamples.of(trackers.status(), scripts));
        samples.addAll(NotifySamples.of(notify.status(), mail));
        return samples;
    }

    /** What is known of each tracker, by kind and name: {@code script check}. */
    Map<String, String> trackerValues() {
        Map<String, String> values = new HashMap<>();
        for (TrackerDesk.TrackerStatus tracker : trackers.status()) {
            String kind = tracker.key().kind().name().toLowerCase(Locale.ROOT);
            values.put(kind + " " + tracker.key().name(), String.valueOf(tracker.value()));
        }
        return values;
    }

    List<ProcessStatus> processes() {
        return trackers.processes();
    }

    private static ScriptCommands commands(Configuration configuration) {
        NotificationSettings settings = configuration.global().notification();
        return ScriptCommands.local(settings.flags().contains(Flag.SUPPLEMENTARY_GROUPS));
    }
}
