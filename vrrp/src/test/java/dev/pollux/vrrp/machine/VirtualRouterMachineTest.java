package dev.pollux.vrrp.machine;

import static dev.pollux.vrrp.machine.RouterState.NEVER;
import static dev.pollux.vrrp.machine.Routers.HIGHER;
import static dev.pollux.vrrp.machine.Routers.LOWER;
import static dev.pollux.vrrp.machine.Routers.MILLISECOND;
import static dev.pollux.vrrp.machine.Routers.OURS;
import static dev.pollux.vrrp.machine.Routers.SECOND;
import static dev.pollux.vrrp.machine.Routers.downTimerAdverts;
import static dev.pollux.vrrp.machine.Routers.expiredBackup;
import static dev.pollux.vrrp.machine.Routers.grouped;
import static dev.pollux.vrrp.machine.Routers.interval;
import static dev.pollux.vrrp.machine.Routers.manners;
import static dev.pollux.vrrp.machine.Routers.nopreempt;
import static dev.pollux.vrrp.machine.Routers.preemptDelay;
import static dev.pollux.vrrp.machine.Routers.version2;
import static dev.pollux.vrrp.machine.Routers.version3;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.vrrp.machine.RouterEvent.AddressLost;
import dev.pollux.vrrp.machine.RouterEvent.AdvertReceived;
import dev.pollux.vrrp.machine.RouterEvent.Cleared;
import dev.pollux.vrrp.machine.RouterEvent.Faulted;
import dev.pollux.vrrp.machine.RouterEvent.GroupToBackup;
import dev.pollux.vrrp.machine.RouterEvent.GroupToMaster;
import dev.pollux.vrrp.machine.RouterEvent.ParametersChanged;
import dev.pollux.vrrp.machine.RouterEvent.RoutingLost;
import dev.pollux.vrrp.machine.RouterEvent.Started;
import dev.pollux.vrrp.machine.RouterEvent.Stopped;
import dev.pollux.vrrp.machine.RouterEvent.TimerExpired;
import dev.pollux.vrrp.machine.RouterState.Backup;
import dev.pollux.vrrp.machine.RouterState.Fault;
import dev.pollux.vrrp.machine.RouterState.Init;
import dev.pollux.vrrp.machine.RouterState.Master;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every state with every event. Numbers in the rows are sections of RFC 3768 (v2) and RFC 9568 (v3), or keepalived. */
class VirtualRouterMachineTest {

    private static final long NOW = 1000 * SECOND;
    /** Down interval and skew of priority 100 with adverts every second. */
    private static final long DOWN_100 = 3_609_375_000L;

    private static final long SKEW_100 = 609_375_000L;
    private static final FaultCause LINK = new FaultCause.LinkDown("eth0");
    private static final FaultCause OTHER_LINK = new FaultCause.LinkDown("eth1");

    private static final String ROUTE = "route 10.0.0.0/8";
    private static final RouterParameters P100 = version2(100);
    private static final RouterParameters OWNER = version2(255);
    private static final Init INIT = new Init();
    private static final Backup BACKUP = new Backup(NOW + SECOND, SECOND, NEVER, false);
    private static final Backup DUE = new Backup(NOW, SECOND, NEVER, false);
    private static final Master MASTER = new Master(NOW, NOW - SECOND);
    private static final Fault FAULT = new Fault(Set.of(LINK));

    /**
     * One row.
     *
     * @param actions what {@link #describe} makes of them
     */
    record Row(
            String section,
            RouterParameters parameters,
            RouterState state,
            RouterEvent event,
            RouterState expected,
            List<String> actions) {
        @Override
        public String toString() {
            return section + ": " + state.name() + " " + event.getClass().getSimpleName();
        }
    }

    private static Row row(
            String section,
            RouterParameters parameters,
            RouterState state,
            RouterEvent event,
            RouterState expected,
            String... actions) {
        return new Row(section, parameters, state, event, expected, List.of(actions));
    }

    private static AdvertReceived hears(int priority) {
        return Routers.advert(NOW, priority, LOWER, SECOND);
    }

    private static Backup until(long deadline) {
        return new Backup(deadline, SECOND, NEVER, false);
    }

    static Stream<Row> init() {
        Started started = Routers.started(NOW);
        Master firstAdvert = new Master(NOW + SECOND, NOW);
        return Stream.of(
                row("6.4.1 owner", OWNER, INIT, started, firstAdvert, "advert 255", "-> MASTER OWNER", "hold"),
                row("6.4.1 others", P100, INIT, started, until(NOW + DOWN_100), "-> BACKUP STARTED"),
                row(
                        "keepalived: an owner in a group waits for it",
                        grouped(OWNER),
                        INIT,
                        started,
                        new Backup(NOW, SECOND, NEVER, true)),
                row(
                        "keepalived: vrrp_startup_delay",
                        P100,
                        INIT,
                        new Started(NOW, Set.of(), NOW + SECOND),
                        until(NOW + SECOND + DOWN_100),
                        "-> BACKUP STARTED"),
                row(
                        "keepalived: vrrp_startup_delay of an owner",
                        OWNER,
                        INIT,
                        new Started(NOW, Set.of(), NOW + 5 * SECOND),
                        until(NOW + 5 * SECOND)),
                row("keepalived: link down", OWNER, INIT, Routers.started(NOW, LINK), FAULT, "-> FAULT FAULT"),
                row("not started", P100, INIT, hears(0), INIT),
                row("not started", P100, INIT, hears(200), INIT),
                row("not started", P100, INIT, new TimerExpired(NOW), INIT),
                row("not started", P100, INIT, new Faulted(NOW, LINK), INIT),
                row("not started", P100, INIT, new Cleared(NOW, LINK), INIT),
                row("not started", P100, INIT, new ParametersChanged(NOW, OWNER), INIT),
                row("not started", P100, INIT, new AddressLost(NOW, OURS), INIT),
                row("not started", P100, INIT, new RoutingLost(NOW, ROUTE), INIT),
                row("not started", P100, INIT, new GroupToMaster(NOW, "G"), INIT),
                row("not started", P100, INIT, new GroupToBackup(NOW, "G"), INIT),
                row("6.4.1", P100, INIT, new Stopped(NOW), INIT));
    }

    static Stream<Row> backup() {
        Master master = new Master(NOW + SECOND, NOW);
        return Stream.of(
                row("started once", P100, BACKUP, Routers.started(NOW), BACKUP),
                row("6.4.2 shutdown", P100, BACKUP, new Stopped(NOW), INIT, "-> INIT STOPPED"),
                row(
                        "6.4.2 timer",
                        P100,
                        DUE,
                        new TimerExpired(NOW),
                        master,
                        "note Receive advertisement timeout",
                        "advert 100",
                        "-> MASTER MASTER_DOWN",
                        "hold"),
                row("a timer that was moved", P100, BACKUP, new TimerExpired(NOW), BACKUP),
                row(
                        "keepalived: the group decides",
                        grouped(P100),
                        DUE,
                        new TimerExpired(NOW),
                        new Backup(NOW + DOWN_100, SECOND, NEVER, true),
                        "note Receive advertisement timeout"),
                row(
                        "keepalived: the wish is repeated in silence",
                        grouped(P100),
                        new Backup(NOW, SECOND, NEVER, true),
                        new TimerExpired(NOW),
                        new Backup(NOW + DOWN_100, SECOND, NEVER, true)),
                row(
                        "6.4.2 priority 0",
                        P100,
                        BACKUP,
                        hears(0),
                        until(NOW + SKEW_100),
                        "note Backup received priority 0 advertisement"),
                row("6.4.2 higher priority", P100, BACKUP, hears(101), until(NOW + DOWN_100)),
                row("6.4.2 equal priority", P100, BACKUP, hears(100), until(NOW + DOWN_100)),
                row(
                        "6.4.2 lower priority, preempting",
                        P100,
                        BACKUP,
                        hears(99),
                        BACKUP,
                        "note received lower priority (99) advert from 192.0.2.9 - discarding"),
                row("6.4.2 lower priority, not preempting", nopreempt(P100), BACKUP, hears(99), until(NOW + DOWN_100)),
                row(
                        "6.4.2 any advert ends a wish",
                        grouped(P100),
                        new Backup(NOW, SECOND, NEVER, true),
                        hears(100),
                        until(NOW + DOWN_100)),
                row(
                        "keepalived: preempt_delay starts",
                        preemptDelay(P100, 5 * SECOND),
                        BACKUP,
                        hears(99),
                        new Backup(NOW + DOWN_100, SECOND, NOW + 5 * SECOND, false)),
                row(
                        "keepalived: preempt_delay runs",
                        preemptDelay(P100, 5 * SECOND),
                        new Backup(NOW + SECOND, SECOND, NOW + 1, false),
                        hears(99),
                        new Backup(NOW + DOWN_100, SECOND, NOW + 1, false)),
                row(
                        "keepalived: preempt_delay is over",
                        preemptDelay(P100, 5 * SECOND),
                        new Backup(NOW + SECOND, SECOND, NOW, false),
                        hears(99),
                        new Backup(NOW + SECOND, SECOND, NOW, false),
                        "note received lower priority (99) advert from 192.0.2.9 - discarding"),
                row(
                        "keepalived: preempt_delay ends by a better master",
                        preemptDelay(P100, 5 * SECOND),
                        new Backup(NOW + SECOND, SECOND, NOW + 1, false),
                        hears(100),
                        until(NOW + DOWN_100)),
                row(
                        "6.4.2 priority 0 ends neither delay nor wish",
                        preemptDelay(grouped(P100), 5 * SECOND),
                        new Backup(NOW + SECOND, SECOND, NOW + 1, true),
                        hears(0),
                        new Backup(NOW + SKEW_100, SECOND, NOW + 1, true),
                        "note Backup received priority 0 advertisement"),
                row(
                        "6.4.2 version 3 adopts the interval",
                        version3(100, 100 * MILLISECOND),
                        new Backup(NOW + SECOND, 100 * MILLISECOND, NEVER, false),
                        hears(100),
                        until(NOW + DOWN_100)),
                row(
                        "6.4.2 version 3, a discarded advert's interval is not adopted",
                        version3(100, 100 * MILLISECOND),
                        new Backup(NOW + SECOND, 100 * MILLISECOND, NEVER, false),
                        hears(99),
                        new Backup(NOW + SECOND, 100 * MILLISECOND, NEVER, false),
                        "note received lower priority (99) advert from 192.0.2.9 - discarding"),
                row(
                        "keepalived: down_timer_adverts",
                        downTimerAdverts(P100, 5),
                        BACKUP,
                        hears(200),
                        until(NOW + DOWN_100 + 2 * SECOND)),
                row("keepalived: link down", P100, BACKUP, new Faulted(NOW, LINK), FAULT, "-> FAULT FAULT"),
                row("nothing to clear", P100, BACKUP, new Cleared(NOW, LINK), BACKUP),
                row("holds nothing", P100, BACKUP, new AddressLost(NOW, OURS), BACKUP),
                row("holds nothing", P100, BACKUP, new RoutingLost(NOW, ROUTE), BACKUP),
                row(
                        "another interval shifts the timer by what the down interval changed",
                        interval(P100, 2 * SECOND),
                        BACKUP,
                        new ParametersChanged(NOW, P100),
                        new Backup(NOW + 4 * SECOND, 2 * SECOND, NEVER, false)),
                row(
                        "keepalived: effective priority shifts the timer by the skew",
                        version2(110),
                        BACKUP,
                        new ParametersChanged(NOW, P100),
                        until(NOW + SECOND - 39_062_500L)),
                row(
                        "keepalived: group agreed",
                        grouped(P100),
                        new Backup(NOW + SECOND, SECOND, NEVER, true),
                        new GroupToMaster(NOW, "G"),
                        master,
                        "advert 100",
                        "-> MASTER GROUP",
                        "hold"),
                row("keepalived: is backup", grouped(P100), BACKUP, new GroupToBackup(NOW, "G"), BACKUP),
                row(
                        "keepalived: a wish ends with the group's mastership",
                        grouped(P100),
                        new Backup(NOW, SECOND, NEVER, true),
                        new GroupToBackup(NOW, "G"),
                        until(NOW + DOWN_100)));
    }

    static Stream<Row> master() {
        Master answered = new Master(NOW + SECOND, NOW);
        AdvertReceived equalHigher = Routers.advert(NOW, 100, HIGHER, SECOND);
        AdvertReceived equalLower = Routers.advert(NOW, 100, LOWER, SECOND);
        AdvertReceived stale = new AdvertReceived(NOW, NOW - 2 * SECOND, 50, LOWER, SECOND);
        AdvertReceived staleZero = new AdvertReceived(NOW, NOW - 2 * SECOND, 0, LOWER, SECOND);
        AdvertReceived staleBetter = new AdvertReceived(NOW, NOW - 2 * SECOND, 200, LOWER, SECOND);
        return Stream.of(
                row("started once", P100, MASTER, Routers.started(NOW), MASTER),
                row("6.4.3 timer", P100, MASTER, new TimerExpired(NOW), answered, "advert 100"),
                row(
                        "absolute schedule: a late timer does not move the next",
                        P100,
                        MASTER,
                        new TimerExpired(NOW + 300 * MILLISECOND),
                        new Master(NOW + SECOND, NOW + 300 * MILLISECOND),
                        "advert 100"),
                row(
                        "missed adverts are not made up",
                        P100,
                        MASTER,
                        new TimerExpired(NOW + 3500 * MILLISECOND),
                        new Master(NOW + 4 * SECOND, NOW + 3500 * MILLISECOND),
                        "advert 100",
                        "note skipped 3 adverts that were due while we did not run"),
                row("a timer that was moved", P100, MASTER, new TimerExpired(NOW - 1), MASTER),
                row(
                        "6.4.3 shutdown",
                        P100,
                        MASTER,
                        new Stopped(NOW),
                        INIT,
                        "advert 0",
                        "note sent 0 priority",
                        "release",
                        "-> INIT STOPPED"),
                row(
                        "6.4.3 priority 0",
                        P100,
                        MASTER,
                        hears(0),
                        answered,
                        "note Master received priority 0 message",
                        "advert 100"),
                row(
                        "6.4.3 higher priority",
                        P100,
                        MASTER,
                        hears(101),
                        until(NOW + DOWN_100),
                        "note Master received advert from 192.0.2.9 with higher priority 101, ours 100",
                        "-> BACKUP HIGHER_PRIORITY",
                        "release"),
                row(
                        "6.4.3 equal priority, higher address",
                        P100,
                        MASTER,
                        equalHigher,
                        until(NOW + DOWN_100),
                        "note Master received advert from 192.0.2.11 with same priority 100 but higher IP address than ours",
                        "-> BACKUP HIGHER_PRIORITY",
                        "release"),
                row(
                        "keepalived: higher_prio_send_advert",
                        manners(P100, false, true),
                        MASTER,
                        hears(101),
                        until(NOW + DOWN_100),
                        "advert 100",
                        "note Master received advert from 192.0.2.9 with higher priority 101, ours 100",
                        "-> BACKUP HIGHER_PRIORITY",
                        "release"),
                row(
                        "6.4.3 equal priority, lower address",
                        P100,
                        MASTER,
                        equalLower,
                        answered,
                        "note Received advert from 192.0.2.9 with same priority 100 but lower IP address than ours,"
                                + " forcing new election",
                        "advert 100",
                        "announce"),
                row(
                        "6.4.3 addresses are compared without sign",
                        P100,
                        MASTER,
                        Routers.advert(NOW, 100, Routers.address("10.0.0.1"), SECOND),
                        answered,
                        "note Received advert from 10.0.0.1 with same priority 100 but lower IP address than ours,"
                                + " forcing new election",
                        "advert 100",
                        "announce"),
                row(
                        "6.4.3 equal priority, our own address",
                        P100,
                        MASTER,
                        Routers.advert(NOW, 100, OURS, SECOND),
                        MASTER,
                        "note Received advert from 192.0.2.10, which is our own address"),
                row(
                        "9568 6.4.3 lower priority is answered",
                        P100,
                        MASTER,
                        hears(50),
                        answered,
                        "note Received advert from 192.0.2.9 with lower priority 50, ours 100, forcing new election",
                        "advert 100",
                        "announce"),
                row(
                        "3768 6.4.3 lower_prio_no_advert",
                        manners(P100, true, false),
                        MASTER,
                        hears(50),
                        MASTER,
                        "note Received advert from 192.0.2.9 with lower priority 50, ours 100, forcing new election",
                        "announce"),
                row(
                        "what arrived before our last advert is answered by it",
                        P100,
                        MASTER,
                        stale,
                        MASTER,
                        "note Received advert from 192.0.2.9 with lower priority 50, ours 100, forcing new election"),
                row("so is a priority 0", P100, MASTER, staleZero, MASTER, "note Master received priority 0 message"),
                row(
                        "a better master counts whenever it was heard, from when it was",
                        P100,
                        MASTER,
                        staleBetter,
                        until(NOW - 2 * SECOND + DOWN_100),
                        "note Master received advert from 192.0.2.9 with higher priority 200, ours 100",
                        "-> BACKUP HIGHER_PRIORITY",
                        "release"),
                row(
                        "6.4.3 nopreempt yields to a better master all the same",
                        nopreempt(P100),
                        MASTER,
                        hears(101),
                        until(NOW + DOWN_100),
                        "note Master received advert from 192.0.2.9 with higher priority 101, ours 100",
                        "-> BACKUP HIGHER_PRIORITY",
                        "release"),
                row(
                        "6.4.3 version 3 adopts the interval of who takes over",
                        version3(100, 100 * MILLISECOND),
                        MASTER,
                        hears(101),
                        until(NOW + DOWN_100),
                        "note Master received advert from 192.0.2.9 with higher priority 101, ours 100",
                        "-> BACKUP HIGHER_PRIORITY",
                        "release"),
                row(
                        "3768 6.4.3 version 2 keeps its own interval",
                        P100,
                        MASTER,
                        Routers.advert(NOW, 101, LOWER, 7 * SECOND),
                        until(NOW + DOWN_100),
                        "note Master received advert from 192.0.2.9 with higher priority 101, ours 100",
                        "-> BACKUP HIGHER_PRIORITY",
                        "release"),
                row(
                        "9568 8.3.2 two owners, the lower address yields",
                        OWNER,
                        MASTER,
                        Routers.advert(NOW, 255, HIGHER, SECOND),
                        until(NOW + 3_003_906_250L),
                        "note CONFIGURATION ERROR: local instance and remote instance 192.0.2.11 are both configured as"
                                + " address owner",
                        "-> BACKUP HIGHER_PRIORITY",
                        "release"),
                row(
                        "9568 8.3.2 two owners, the higher address stays",
                        OWNER,
                        MASTER,
                        Routers.advert(NOW, 255, LOWER, SECOND),
                        answered,
                        "note CONFIGURATION ERROR: local instance and remote instance 192.0.2.9 are both configured as"
                                + " address owner",
                        "advert 255",
                        "announce"),
                row(
                        "keepalived: link down",
                        P100,
                        MASTER,
                        new Faulted(NOW, LINK),
                        FAULT,
                        "advert 0",
                        "-> FAULT FAULT",
                        "note sent 0 priority",
                        "release"),
                row("nothing to clear", P100, MASTER, new Cleared(NOW, LINK), MASTER),
                row(
                        "keepalived: a removed address is retaken after the skew",
                        P100,
                        MASTER,
                        new AddressLost(NOW, OURS),
                        until(NOW + SKEW_100),
                        "advert 0",
                        "-> BACKUP ADDRESS_LOST",
                        "note sent 0 priority",
                        "release"),
                row(
                        "keepalived: a removed route is retaken after the skew",
                        P100,
                        MASTER,
                        new RoutingLost(NOW, ROUTE),
                        until(NOW + SKEW_100),
                        "advert 0",
                        "-> BACKUP ROUTING_LOST",
                        "note sent 0 priority",
                        "release"),
                row(
                        "a longer interval begins with the next advert",
                        interval(P100, 7 * SECOND),
                        new Master(NOW + SECOND, NOW),
                        new ParametersChanged(NOW, P100),
                        new Master(NOW + SECOND, NOW)),
                row(
                        "a shorter interval takes effect at once",
                        version3(100, 100 * MILLISECOND),
                        new Master(NOW + SECOND, NOW),
                        new ParametersChanged(NOW, P100),
                        new Master(NOW + 100 * MILLISECOND, NOW)),
                row("is master", grouped(P100), MASTER, new GroupToMaster(NOW, "G"), MASTER),
                row(
                        "keepalived: no priority 0 when the group takes it along",
                        grouped(P100),
                        MASTER,
                        new GroupToBackup(NOW, "G"),
                        until(NOW + DOWN_100),
                        "-> BACKUP GROUP",
                        "release"));
    }

    /** {@code timer_expired_backup}. */
    static Stream<Row> expired() {
        RouterParameters gives = expiredBackup(nopreempt(P100), 254);
        long down254 = 3_007_812_500L;
        Master late = new Master(NOW - down254 + SECOND, NOW - down254);
        Master inTime = new Master(NOW - down254 + SECOND + 1, NOW - down254 + 1);
        String[] gone = {
            "note did not run for 3007 ms, a backup has taken over", "-> BACKUP EXPIRED", "release",
        };
        return Stream.of(
                row("keepalived: expired", gives, late, new TimerExpired(NOW), until(NOW + DOWN_100), gone),
                row("keepalived: expired, the other is heard", gives, late, hears(50), until(NOW + DOWN_100), gone),
                row(
                        "keepalived: not yet expired",
                        gives,
                        inTime,
                        new TimerExpired(NOW),
                        new Master(NOW - down254 + 1 + 4 * SECOND, NOW),
                        "advert 100",
                        "note skipped 2 adverts that were due while we did not run"),
                row(
                        "keepalived: a slower backup",
                        expiredBackup(nopreempt(P100), 1),
                        late,
                        new TimerExpired(NOW),
                        new Master(NOW - down254 + 4 * SECOND, NOW),
                        "advert 100",
                        "note skipped 2 adverts that were due while we did not run"));
    }

    static Stream<Row> fault() {
        Fault both = new Fault(Set.of(LINK, OTHER_LINK));
        return Stream.of(
                row(
                        "keepalived: vrrp_startup_delay goes on",
                        P100,
                        FAULT,
                        new Cleared(NOW, LINK, NOW + SECOND),
                        until(NOW + SECOND + DOWN_100),
                        "-> BACKUP RECOVERED"),
                row("keepalived: one more cause", P100, FAULT, new Faulted(NOW, OTHER_LINK), both),
                row("keepalived: one cause less", P100, both, new Cleared(NOW, OTHER_LINK), FAULT),
                row(
                        "keepalived: last cause gone",
                        P100,
                        FAULT,
                        new Cleared(NOW, LINK),
                        until(NOW + DOWN_100),
                        "-> BACKUP RECOVERED"),
                row(
                        "keepalived: the owner waits one advert and the skew",
                        OWNER,
                        FAULT,
                        new Cleared(NOW, LINK),
                        until(NOW + SECOND + 3_906_250L),
                        "-> BACKUP RECOVERED"),
                row("a cause it has not", P100, FAULT, new Cleared(NOW, OTHER_LINK), FAULT),
                row("sends nothing", P100, FAULT, new TimerExpired(NOW), FAULT),
                row("hears nothing", P100, FAULT, hears(0), FAULT),
                row("hears nothing", P100, FAULT, hears(50), FAULT),
                row("hears nothing", P100, FAULT, hears(200), FAULT),
                row("holds nothing", P100, FAULT, new AddressLost(NOW, OURS), FAULT),
                row("holds nothing", P100, FAULT, new RoutingLost(NOW, ROUTE), FAULT),
                row("started once", P100, FAULT, Routers.started(NOW), FAULT),
                row("no timer to shift", P100, FAULT, new ParametersChanged(NOW, OWNER), FAULT),
                row("keepalived: cannot", grouped(P100), FAULT, new GroupToMaster(NOW, "G"), FAULT),
                row("keepalived: is lower", grouped(P100), FAULT, new GroupToBackup(NOW, "G"), FAULT),
                row("6.4.3 shutdown without priority 0", P100, FAULT, new Stopped(NOW), INIT, "-> INIT STOPPED"));
    }

    /** Nothing can happen in a state that no row tells the outcome of. */
    @Test
    void everyStateMeetsEveryEvent() {
        List<String> met = Stream.of(init(), backup(), master(), fault())
                .flatMap(rows -> rows)
                .map(row -> row.state().name() + " " + row.event().getClass().getSimpleName())
                .toList();

        assertThat(met)
                .containsAll(Stream.of(StateName.values())
                        .flatMap(state -> leaves(RouterEvent.class).map(event -> state + " " + event.getSimpleName()))
                        .toList());
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses()).flatMap(VirtualRouterMachineTest::leaves)
                : Stream.of(type);
    }

    @ParameterizedTest
    @MethodSource({"expired", "init", "backup", "master", "fault"})
    void steps(Row row) {
        Transition transition = VirtualRouterMachine.step(row.state(), row.event(), row.parameters());

        assertThat(transition.state()).isEqualTo(row.expected());
        assertThat(transition.actions().stream()
                        .map(VirtualRouterMachineTest::describe)
                        .toList())
                .isEqualTo(row.actions());
    }

    private static String describe(RouterAction action) {
        if (action instanceof RouterAction.SendAdvert send) {
            return "advert " + send.priority();
        }
        if (action instanceof RouterAction.Enter enter) {
            return "-> " + enter.state() + " " + enter.reason().kind();
        }
        if (action instanceof RouterAction.Note note) {
            return "note " + note.notice().text();
        }
        if (action instanceof RouterAction.HoldAddresses) {
            return "hold";
        }
        return action instanceof RouterAction.ReleaseAddresses ? "release" : "announce";
    }

    @Test
    void theDownTimerCountsFromTheKernelsTimestamp() {
        AdvertReceived queued = new AdvertReceived(NOW, NOW - 700 * MILLISECOND, 200, HIGHER, SECOND);

        Transition transition = VirtualRouterMachine.step(BACKUP, queued, P100);

        assertThat(transition.state().deadline()).isEqualTo(NOW - 700 * MILLISECOND + DOWN_100);
    }

    /** RFC 9568 6.4.2: skew and down interval follow the interval that the master advertises. */
    @Test
    void version3LearnsTheMastersInterval() {
        RouterParameters fast = version3(100, 100 * MILLISECOND);
        RouterState heard = VirtualRouterMachine.step(BACKUP, hears(200), fast).state();
        assertThat(heard).isEqualTo(new Backup(NOW + DOWN_100, SECOND, NEVER, false));

        RouterState leaving = VirtualRouterMachine.step(heard, hears(0), fast).state();
        assertThat(leaving).isEqualTo(new Backup(NOW + SKEW_100, SECOND, NEVER, false));

        RouterState master = VirtualRouterMachine.step(leaving, new TimerExpired(NOW + SECOND), fast)
                .state();
        assertThat(master.deadline()).isEqualTo(NOW + SECOND + 100 * MILLISECOND);

        RouterState yielded =
                VirtualRouterMachine.step(master, hears(200), fast).state();
        assertThat(yielded).isEqualTo(new Backup(NOW + DOWN_100, SECOND, NEVER, false));
    }

    @Test
    void version2NeverLearns() {
        AdvertReceived other = Routers.advert(NOW, 200, HIGHER, 7 * SECOND);

        assertThat(VirtualRouterMachine.step(BACKUP, other, P100).state()).isEqualTo(until(NOW + DOWN_100));
    }

    /** A backup that learnt the master's interval keeps it when its own changes. */
    @Test
    void aReloadKeepsWhatWasLearnt() {
        RouterParameters before = version3(100, 100 * MILLISECOND);
        RouterParameters after = version3(100, 200 * MILLISECOND);
        ParametersChanged changed = new ParametersChanged(NOW, before);

        assertThat(VirtualRouterMachine.step(BACKUP, changed, after).state()).isEqualTo(BACKUP);
        Backup unlearnt = new Backup(NOW, 100 * MILLISECOND, NEVER, false);
        assertThat(VirtualRouterMachine.step(unlearnt, changed, after).state())
                .isEqualTo(new Backup(NOW + 360_937_500L, 200 * MILLISECOND, NEVER, false));
    }

    @Test
    void intervalsOfVersion3AreExactToTheLongest() {
        RouterParameters slowest = version3(1, 40_950 * MILLISECOND);

        assertThat(slowest.masterDown(slowest.interval())).isEqualTo(163_640_039_062L);
        assertThat(version3(100, 10 * MILLISECOND).masterDown(10 * MILLISECOND)).isEqualTo(36_093_750L);
    }

    /** 6.3.1 of RFC 3768 and RFC 9568 (6.1). */
    @Test
    void skewAndDownInterval() {
        assertThat(P100.skew(7 * SECOND)).isEqualTo(SKEW_100);
        assertThat(P100.masterDown(SECOND)).isEqualTo(DOWN_100);
        assertThat(OWNER.skew(SECOND)).isEqualTo(3_906_250L);
        assertThat(version3(100, SECOND).skew(100 * MILLISECOND)).isEqualTo(60_937_500L);
    }
}
