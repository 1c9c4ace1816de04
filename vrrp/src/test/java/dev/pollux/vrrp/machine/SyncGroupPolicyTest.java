package dev.pollux.vrrp.machine;

import static dev.pollux.vrrp.machine.RouterState.NEVER;
import static dev.pollux.vrrp.machine.Routers.OURS;
import static dev.pollux.vrrp.machine.Routers.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.vrrp.machine.RouterEvent.AddressLost;
import dev.pollux.vrrp.machine.RouterEvent.Cleared;
import dev.pollux.vrrp.machine.RouterEvent.Faulted;
import dev.pollux.vrrp.machine.RouterEvent.GroupToBackup;
import dev.pollux.vrrp.machine.RouterEvent.GroupToMaster;
import dev.pollux.vrrp.machine.RouterEvent.TimerExpired;
import dev.pollux.vrrp.machine.RouterState.Backup;
import dev.pollux.vrrp.machine.RouterState.Fault;
import dev.pollux.vrrp.machine.RouterState.Init;
import dev.pollux.vrrp.machine.RouterState.Master;
import dev.pollux.vrrp.machine.SyncGroupPolicy.Change;
import dev.pollux.vrrp.machine.SyncGroupPolicy.Order;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SyncGroupPolicyTest {

    private static final long NOW = 50 * SECOND;
    private static final FaultCause LINK = new FaultCause.LinkDown("eth0");
    private static final FaultCause GROUP = new FaultCause.SyncGroup("G");
    private static final Backup BACKUP = new Backup(NOW, SECOND, NEVER, false);
    private static final Backup WANTS = new Backup(NOW, SECOND, NEVER, true);
    private static final Master MASTER = new Master(NOW, NOW);
    private static final Fault FAULT = new Fault(Set.of(LINK));
    private static final Fault FAULT_BY_GROUP = new Fault(Set.of(GROUP));
    private static final Fault FAULT_BOTH = new Fault(Set.of(GROUP, LINK));

    private static List<Order> react(RouterState before, RouterState... after) {
        return react(new TimerExpired(NOW), before, after);
    }

    /** The first member changed from {@code before}. */
    private static List<Order> react(RouterEvent event, RouterState before, RouterState... after) {
        Map<String, RouterState> members = new LinkedHashMap<>();
        for (int i = 0; i < after.length; i++) {
            members.put("VI_" + (i + 1), after[i]);
        }
        return SyncGroupPolicy.react("G", members, new Change("VI_1", event, before, after[0]));
    }

    private static Order order(int member, RouterEvent event) {
        return new Order("VI_" + member, event);
    }

    @Test
    void aMemberThatWantsAloneWaits() {
        assertThat(react(BACKUP, WANTS, BACKUP)).isEmpty();
    }

    @Test
    void allBecomeMasterWhenTheLastOneWants() {
        assertThat(react(BACKUP, WANTS, WANTS))
                .containsExactly(order(1, new GroupToMaster(NOW, "G")), order(2, new GroupToMaster(NOW, "G")));
    }

    @Test
    void aNewMemberJoinsTheMasters() {
        assertThat(react(BACKUP, WANTS, MASTER)).containsExactly(order(1, new GroupToMaster(NOW, "G")));
    }

    @Test
    void nobodyIsPromotedWhileAMemberIsInFaultOrNotStarted() {
        assertThat(react(BACKUP, WANTS, FAULT_BOTH, FAULT_BOTH))
                .extracting(Order::event)
                .noneMatch(GroupToMaster.class::isInstance);
        assertThat(react(BACKUP, WANTS, new Init())).isEmpty();
    }

    @Test
    void oneToBackupTakesTheMastersAlong() {
        assertThat(react(MASTER, BACKUP, MASTER, MASTER))
                .containsExactly(order(2, new GroupToBackup(NOW, "G")), order(3, new GroupToBackup(NOW, "G")));
    }

    @Test
    void anAddressLostIsLostForAll() {
        AddressLost lost = new AddressLost(NOW, OURS);

        assertThat(react(lost, MASTER, BACKUP, MASTER)).containsExactly(order(2, lost));
    }

    @Test
    void oneInFaultTakesAll() {
        assertThat(react(MASTER, FAULT, MASTER, BACKUP))
                .containsExactly(order(2, new Faulted(NOW, GROUP)), order(3, new Faulted(NOW, GROUP)));
    }

    @Test
    void twoInFaultHoldEachOther() {
        assertThat(react(BACKUP, FAULT, FAULT_BOTH)).containsExactly(order(1, new Faulted(NOW, GROUP)));
        assertThat(react(FAULT, FAULT_BOTH, FAULT_BOTH)).isEmpty();
    }

    @Test
    void theLastRecoveryFreesAll() {
        assertThat(react(FAULT, BACKUP, FAULT_BY_GROUP)).containsExactly(order(2, new Cleared(NOW, GROUP)));
        assertThat(react(FAULT_BOTH, FAULT_BY_GROUP, FAULT_BOTH)).containsExactly(order(2, new Cleared(NOW, GROUP)));
    }

    @Test
    void theGroupShowsMasterOnlyWhenAllAre() {
        assertThat(SyncGroupPolicy.state(List.of(MASTER, MASTER))).isEqualTo(StateName.MASTER);
        assertThat(SyncGroupPolicy.state(List.of(MASTER, BACKUP))).isEqualTo(StateName.BACKUP);
        assertThat(SyncGroupPolicy.state(List.of(MASTER, FAULT))).isEqualTo(StateName.FAULT);
        assertThat(SyncGroupPolicy.state(List.of(new Init(), new Init()))).isEqualTo(StateName.INIT);
    }
}
