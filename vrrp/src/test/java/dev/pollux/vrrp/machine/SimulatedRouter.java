package dev.pollux.vrrp.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One virtual router of one machine: applies actions, keeps its timer, and checks what must always hold. */
final class SimulatedRouter {

    private static final FaultCause NO_SOCKET = new FaultCause.NoSocket("any");

    private final SimulatedNetwork network;
    private final String name;
    private final String link;
    private RouterParameters parameters;
    private RouterState state = new RouterState.Init();
    private String group = "";
    private List<SimulatedRouter> members = List.of();
    private boolean connected = true;
    private boolean faulty;
    private boolean paused;
    private final List<RouterEvent.AdvertReceived> inbox = new ArrayList<>();
    private boolean holding;
    private int timesMaster;
    private long lastAdvert = -1;

    SimulatedRouter(SimulatedNetwork network, String name, String link, RouterParameters parameters) {
        this.network = network;
        this.name = name;
        this.link = link;
        this.parameters = parameters;
    }

    String link() {
        return link;
    }

    RouterState state() {
        return state;
    }

    boolean connected() {
        return connected;
    }

    boolean paused() {
        return paused;
    }

    RouterParameters parameters() {
        return parameters;
    }

    int timesMaster() {
        return timesMaster;
    }

    void joinGroup(String groupName, List<SimulatedRouter> groupMembers) {
        group = groupName;
        members = groupMembers;
        parameters = Routers.grouped(parameters);
    }

    /** The power goes: no word to anybody, nothing kept. */
    void crash() {
        state = new RouterState.Init();
        holding = false;
    }

    void start() {
        Set<FaultCause> causes = new HashSet<>();
        if (!connected) {
            causes.add(linkDown());
        }
        if (faulty) {
            causes.add(NO_SOCKET);
        }
        tell(new RouterEvent.Started(network.now(), causes, network.now()));
    }

    void unplug() {
        tell(new RouterEvent.Faulted(network.now(), linkDown()));
        connected = false;
    }

    void plug() {
        connected = true;
        tell(new RouterEvent.Cleared(network.now(), linkDown()));
    }

    /** A fault that leaves the cable as it is. */
    void fault() {
        faulty = true;
        tell(new RouterEvent.Faulted(network.now(), NO_SOCKET));
    }

    void recover() {
        faulty = false;
        tell(new RouterEvent.Cleared(network.now(), NO_SOCKET));
    }

    /** A reload, or a tracker that changed the effective priority. */
    void become(RouterParameters next) {
        RouterParameters previous = parameters;
        parameters = next;
        tell(new RouterEvent.ParametersChanged(network.now(), previous));
    }

    void pause() {
        paused = true;
    }

    void readInbox() {
        paused = false;
        long now = network.now();
        inbox.forEach(advert -> tell(new RouterEvent.AdvertReceived(
                now, advert.receivedAt(), advert.priority(), advert.sender(), advert.interval())));
        inbox.clear();
    }

    void expire() {
        if (!paused) {
            tell(new RouterEvent.TimerExpired(network.now()));
        }
    }

    void receive(SimulatedRouter sender, int priority, long interval) {
        if (!connected) {
            return;
        }
        RouterEvent.AdvertReceived advert =
                Routers.advert(network.now(), priority, sender.parameters.source(), interval);
        if (paused) {
            inbox.add(advert);
        } else {
            tell(advert);
        }
    }

    void tell(RouterEvent event) {
        network.dispatch(() -> step(event));
    }

    private void step(RouterEvent event) {
        RouterState before = state;
        Transition transition = VirtualRouterMachine.step(state, event, parameters);
        state = transition.state();
        transition.actions().forEach(action -> apply(before, action));
        assertThat(holding)
                .as("%s: %s: MASTER means addresses", network, name)
                .isEqualTo(state.name() == StateName.MASTER);
        if (state.deadline() != RouterState.NEVER && !state.equals(before)) {
            network.at(state.deadline(), this::expire);
        }
        if (!members.isEmpty() && before != state) {
            obeyGroup(event, before);
        }
    }

    private FaultCause linkDown() {
        return new FaultCause.LinkDown(link);
    }

    private void obeyGroup(RouterEvent event, RouterState before) {
        Map<String, RouterState> states = new LinkedHashMap<>();
        members.forEach(member -> states.put(member.name, member.state));
        SyncGroupPolicy.react(group, states, new SyncGroupPolicy.Change(name, event, before, state))
                .forEach(order -> members.stream()
                        .filter(member -> member.name.equals(order.member()))
                        .forEach(member -> member.tell(order.event())));
    }

    private void apply(RouterState before, RouterAction action) {
        if (action instanceof RouterAction.SendAdvert send) {
            assertMaySend(before, send.priority());
            network.transmit(this, send.priority(), parameters.interval());
        } else if (action instanceof RouterAction.HoldAddresses) {
            holding = true;
            timesMaster++;
        } else if (action instanceof RouterAction.ReleaseAddresses) {
            holding = false;
            lastAdvert = -1;
        }
    }

    /** FAULT sends nothing; nor does any state but MASTER, the way into it and the way out of it; and a master sends no bursts. */
    private void assertMaySend(RouterState before, int priority) {
        assertThat(before.name())
                .as("%s: %s: FAULT sends nothing", network, name)
                .isNotEqualTo(StateName.FAULT);
        assertThat(List.of(before.name(), state.name()))
                .as("%s: %s: only a master sends", network, name)
                .contains(StateName.MASTER);
        if (priority != 0) {
            assertThat(network.now())
                    .as("%s: %s: two adverts at a time", network, name)
                    .isGreaterThan(lastAdvert);
            lastAdvert = network.now();
        }
    }

    @Override
    public String toString() {
        return name + " " + state.name();
    }
}
