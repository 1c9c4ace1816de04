package dev.pollux.director.notify;

import dev.pollux.director.mail.MailDesk;
import dev.pollux.director.mail.MailText;
import dev.pollux.director.notify.Announcement.State;
import dev.pollux.director.notify.Announcement.Subject;
import dev.pollux.director.script.ScriptCommands;
import dev.pollux.director.script.ScriptCounts;
import dev.pollux.grammar.model.Configuration;
import dev.pollux.grammar.model.NotificationSettings.Flag;
import dev.pollux.grammar.model.NotifySettings;
import dev.pollux.grammar.model.NotifySettings.Occasion;
import dev.pollux.grammar.model.Script;
import dev.pollux.grammar.model.VirtualRouterKey;
import dev.pollux.ipvs.QuorumChange;
import dev.pollux.ipvs.RealServerChange;
import dev.pollux.vrrp.SyncGroupTransition;
import dev.pollux.vrrp.VirtualRouterTransition;
import io.netty.channel.IoEventLoop;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Takes every event to those who are to be told of it: scripts, then FIFOs, then mail. Owned by the {@code control} loop. */
public final class NotifyDesk {

    private final IoEventLoop loop;
    private final ScriptQueues scripts;
    private final Fifos fifos;
    private final MailDesk mail;
    private final Map<VirtualRouterKey, Announcement> instances = new LinkedHashMap<>();
    private final Map<String, Announcement> groups = new LinkedHashMap<>();
    private final Map<Subject, State> mailed = new HashMap<>();
    private Configuration current = Configuration.empty();
    private Directory directory = Directory.of(current, current);
    private boolean stopping;

    /** Nobody is told of anything. */
    public NotifyDesk(IoEventLoop loop, ScriptCounts counts, MailDesk mail) {
        this.loop = loop;
        this.scripts = new ScriptQueues(loop, counts);
        this.fifos = new Fifos(loop, counts);
        this.mail = mail;
    }

    /** A configuration is about to come into force, or not: {@link #apply} says what became of it. */
    public void expect(Configuration next) {
        assert loop.inEventLoop();
        directory = Directory.of(next, current);
        if (current.equals(Configuration.empty())) {
            settle(next);
        }
    }

    /** A configuration is in force. */
    public void apply(Configuration configuration) {
        boolean reload = !current.equals(Configuration.empty());
        current = configuration;
        directory = Directory.of(configuration, configuration);
        settle(configuration);
        instances.keySet().removeIf(key -> directory.instance(key).isEmpty());
        if (reload && configuration.global().notification().flags().contains(Flag.STATES_ON_RELOAD)) {
            groups.values().forEach(state -> fifos.writeOfRouters(state.line()));
            instances.values().forEach(state -> fifos.writeOfRouters(state.line()));
        }
    }

    /** From now on what ends was stopped. */
    public void leave() {
        stopping = true;
    }

    /** Everything has been told: waits, not for ever, until scripts have ended and mail is sent. */
    public CompletionStage<Void> finish() {
        return scripts.finish().thenCompose(done -> mail.finish()).thenRun(fifos::close);
    }

    /** For metrics. */
    public NotifyStatus status() {
        List<NotifyStatus.FifoStatus> all = new ArrayList<>();
        for (FifoWriter writer : fifos.writers()) {
            all.add(new NotifyStatus.FifoStatus(
                    writer.fifo().path(), writer.written(), writer.lost(), writer.waiting()));
        }
        return new NotifyStatus(all, scripts.waiting(), scripts.superseded());
    }

    void routerChanged(VirtualRouterTransition transition) {
        Subject subject = new Subject(Subject.Type.INSTANCE, transition.name());
        State state = State.of(transition.to(), atEnd(subject));
        Announcement announcement = new Announcement(subject, state, transition.priority());
        instances.put(transition.key(), announcement);
        announce(announcement);
    }

    void groupChanged(SyncGroupTransition transition) {
        Subject subject = new Subject(Subject.Type.GROUP, transition.name());
        Announcement announcement = new Announcement(subject, State.of(transition.to(), atEnd(subject)), 0);
        groups.put(transition.name(), announcement);
        announce(announcement);
    }

    void priorityChanged(VirtualRouterKey key, int priority) {
        Announcement last = instances.get(key);
        if (last == null) {
            return;
        }
        instances.put(key, new Announcement(last.subject(), last.state(), priority));
        boolean told = directory.settings(last.subject()).flags().contains(NotifySettings.Flag.PRIORITY_CHANGES);
        if (told && last.state() == State.MASTER) {
            fifos.writeOfRouters(new Announcement(last.subject(), State.MASTER_PRIORITY, priority).line());
        } else if (told && last.state() == State.BACKUP) {
            fifos.writeOfRouters(new Announcement(last.subject(), State.BACKUP_PRIORITY, priority).line());
        }
    }

    void lowerPriorityHeard(VirtualRouterKey key) {
        Announcement last = instances.get(key);
        if (last == null) {
            return;
        }
        Script script = directory.settings(last.subject()).scripts().get(Occasion.MASTER_HEARD_LOWER_PRIORITY);
        List<ScriptQueues.Call> calls = new ArrayList<>();
        add(calls, script, List.of());
        scripts.run(last.subject() + " lower", calls);
        fifos.writeOfRouters(new Announcement(last.subject(), State.MASTER_RX_LOWER_PRI, last.priority()).line());
    }

    void realServerChanged(RealServerChange change) {
        String server = change.virtualServer().key().toString();
        String state = change.up() ? "UP" : "DOWN";
        change.virtualServer().realServers().stream()
                .filter(candidate -> candidate.key().equals(change.realServer()))
                .findFirst()
                .ifPresent(found -> {
                    List<ScriptQueues.Call> calls = new ArrayList<>();
                    add(
                            calls,
                            change.up() ? found.alerts().up() : found.alerts().down(),
                            List.of());
                    scripts.run(change.name() + " of " + server, calls);
                    if (found.alerts().mail()) {
                        mail.send(MailText.ofRealServer(change));
                    }
                });
        fifos.writeOfServers("RS " + change.name() + " " + server + " " + state + "\n");
    }

    void quorumChanged(QuorumChange change) {
        String server = change.virtualServer().key().toString();
        List<ScriptQueues.Call> calls = new ArrayList<>();
        var alerts = change.virtualServer().alerts();
        add(calls, change.up() ? alerts.gained() : alerts.lost(), List.of());
        scripts.run(server, calls);
        fifos.writeOfServers("VS " + server + " " + (change.up() ? "UP" : "DOWN") + "\n");
        if (alerts.mail()) {
            mail.send(MailText.ofQuorum(change));
        }
    }

    private void announce(Announcement announcement) {
        Subject subject = announcement.subject();
        NotifySettings settings = directory.settings(subject);
        List<ScriptQueues.Call> calls = new ArrayList<>();
        add(calls, settings.scripts().get(occasion(announcement.state())), List.of());
        add(
                calls,
                settings.scripts().get(Occasion.ANY),
                List.of(
                        subject.type().name(),
                        subject.name(),
                        announcement.state().name(),
                        String.valueOf(announcement.priority())));
        scripts.run(subject.type() + " " + subject.name(), calls);
        fifos.writeOfRouters(announcement.line());
        State before = mailed.put(subject, announcement.state());
        if (settings.flags().contains(NotifySettings.Flag.MAIL) && announcement.state() != before) {
            mail.send(MailText.of(announcement.state().name(), subject.type().name(), subject.name()));
        }
    }

    private void settle(Configuration configuration) {
        var notification = configuration.global().notification();
        ScriptCommands commands = ScriptCommands.local(notification.flags().contains(Flag.SUPPLEMENTARY_GROUPS));
        scripts.use(commands);
        fifos.apply(notification, commands);
        mail.use(notification.mail(), configuration.global().routerId());
    }

    /** What is said of one that is no more. */
    private State atEnd(Subject subject) {
        if (stopping) {
            return State.STOP;
        }
        return directory.settings(subject).flags().contains(NotifySettings.Flag.DELETION) ? State.DELETED : State.FAULT;
    }

    private static Occasion occasion(State state) {
        return switch (state) {
            case MASTER -> Occasion.MASTER;
            case BACKUP -> Occasion.BACKUP;
            case FAULT -> Occasion.FAULT;
            case STOP -> Occasion.STOP;
            case DELETED -> Occasion.DELETED;
            case MASTER_RX_LOWER_PRI -> Occasion.MASTER_HEARD_LOWER_PRIORITY;
            case MASTER_PRIORITY, BACKUP_PRIORITY ->
                throw new IllegalArgumentException(state + " is only written to FIFOs");
        };
    }

    private static void add(List<ScriptQueues.Call> calls, @Nullable Script script, List<String> arguments) {
        if (script != null) {
            calls.add(new ScriptQueues.Call(script, arguments));
        }
    }
}
