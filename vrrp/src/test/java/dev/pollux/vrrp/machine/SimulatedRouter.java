package dev.pollux.vrrp.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One virtual router of one machine: applies actions, keeps its timer, and checks what must always hold. */
final class SimulatedRouter {

    private final SimulatedNetwork network;
    private final String name;
    private final String link;
    private RouterParameters parameters;
    private RouterState state = new RouterState.Init();
    private String group = "";
    private List<SimulatedRouter> members = List.of();
    private boolean connected = true;
    private boolean holding;
    private int timesMaster;

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

    void unplug() {
        tell(new RouterEvent.Faulted(network.now(), new FaultCause.LinkDown(link)));
        connected = false;
    }

    void plug() {
        connected = true;
        tell(new RouterEvent.Cleared(network.now(), new FaultCause.LinkDown(link)));
    }

    void receive(SimulatedRouter sender, int priority, long interval) {
        if (connected) {
            tell(Routers.advert(network.now(), priority, sender.parameters.source(), interval));
        }
    }

    void tell(RouterEvent event) {
        RouterState before = state;
        Transition transition = VirtualRouterMachine.step(state, event, parameters);
        state = transition.state();
        transition.actions().forEach(action -> apply(before, action));
        assertThat(holding).as("%s: MASTER means addresses", name).isEqualTo(state.name() == StateName.MASTER);
        if (state.deadline() != RouterState.NEVER && !state.equals(before)) {
            network.at(state.deadline(), () -> tell(new RouterEvent.TimerExpired(network.now())));
        }
        if (!members.isEmpty()) {
            obeyGroup(event, before);
        }
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
            assertThat(before.name()).as("%s: FAULT sends nothing", name).isNotEqualTo(StateName.FAULT);
            network.transmit(this, send.priority(), parameters.interval());
        } else if (action instanceof RouterAction.HoldAddresses) {
            holding = true;
            timesMaster++;
        } else if (action instanceof RouterAction.ReleaseAddresses) {
            holding = false;
        }
    }

    @Override
    public String toString() {
        return name + " " + state.name();
    }
}
