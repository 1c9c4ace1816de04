package dev.pollux.director;

import dev.pollux.director.script.ScriptCommands;
import dev.pollux.director.script.ScriptCounts;
import dev.pollux.director.track.TrackerDesk;
import dev.pollux.grammar.model.Configuration;
import dev.pollux.grammar.model.NotificationSettings.Flag;
import io.netty.channel.IoEventLoop;

/** What the director asks of the world outside for its engines. Owned by the {@code control} loop. */
final class Outside {

    private final ScriptCounts scripts = new ScriptCounts();
    private final TrackerDesk trackers;

    Outside(IoEventLoop control, EngineSet engines) {
        this.trackers = new TrackerDesk(control, scripts, engines::tracked);
    }

    /** A configuration is in force. */
    void apply(Configuration configuration) {
        boolean allGroups = configuration.global().notification().flags().contains(Flag.SUPPLEMENTARY_GROUPS);
        trackers.apply(configuration.trackers(), ScriptCommands.local(allGroups));
    }

    /** The engines are about to stop: nothing shall move them any more. */
    void leave() {
        trackers.stop();
    }

    ScriptCounts scripts() {
        return scripts;
    }

    TrackerDesk trackers() {
        return trackers;
    }
}
