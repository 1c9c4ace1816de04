package dev.pollux.ipvs.reconcile;

import static dev.pollux.ipvs.fixture.Tables.destination;
import static dev.pollux.ipvs.fixture.Tables.entry;
import static dev.pollux.ipvs.fixture.Tables.service;
import static dev.pollux.ipvs.fixture.Tables.table;
import static dev.pollux.ipvs.fixture.VirtualServers.tcp;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.grammar.model.Repair;
import dev.pollux.grammar.model.ServiceKey;
import dev.pollux.ipvs.fixture.FakeKernel;
import dev.pollux.ipvs.fixture.LogLines;
import dev.pollux.ipvs.fixture.RememberedServices;
import dev.pollux.ipvs.table.Command;
import dev.pollux.ipvs.table.Command.AddDestination;
import dev.pollux.ipvs.table.Command.AddService;
import dev.pollux.ipvs.table.Command.DeleteDestination;
import dev.pollux.ipvs.table.Command.DeleteService;
import dev.pollux.ipvs.table.Command.EditDestination;
import dev.pollux.ipvs.table.Command.EditService;
import dev.pollux.ipvs.table.Command.Flush;
import dev.pollux.ipvs.table.Destination;
import dev.pollux.ipvs.table.DestinationKey;
import dev.pollux.ipvs.table.ForeignServices;
import dev.pollux.ipvs.table.ForwardingMethod;
import dev.pollux.ipvs.table.IpvsTable;
import dev.pollux.ipvs.table.TableEntry;
import dev.pollux.linux.syscall.Errno;
import dev.pollux.linux.testing.VirtualLoop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ReconcilerTest {

    private static final ServiceKey ONE = tcp("10.0.0.1", 80);
    private static final ServiceKey TWO = tcp("10.0.0.2", 80);
    private static final ServiceKey FOREIGN = tcp("10.0.0.99", 80);
    private static final TableEntry ENTRY = entry(ONE, "rr", destination(1, 1), destination(2, 2));
    private static final TableEntry OTHER = entry(TWO, "wlc", destination(3, 1));

    private final VirtualLoop loop = new VirtualLoop();
    private final FakeKernel kernel = new FakeKernel();
    private final List<String> heard = new ArrayList<>();
    private final List<String> modules = new ArrayList<>();
    private final RememberedServices journal = new RememberedServices();
    private final Reconciler reconciler = new Reconciler(
            new Reconciler.Environment(loop.loop(), loop.clock(), kernel, this::load, journal, new ReconcileListener() {
                @Override
                public void available() {
                    heard.add("available");
                }

                @Override
                public void unavailable(String reason) {
                    heard.add("unavailable");
                }

                @Override
                public void driftRepaired(List<Command> repair) {
                    heard.add("repaired " + repair.size());
                }
            }));

    private Consumer<String> loading = module -> {};

    private void load(String module) {
        modules.add(module);
        loading.accept(module);
    }

    @Test
    void withNothingToDoTheKernelIsNotAsked() {
        kernel.load(false);
        desire();
        seconds(10);
        assertThat(heard).isEmpty();
        assertThat(modules).isEmpty();
        assertThat(kernel.reads()).isZero();
    }

    @Test
    void anEmptyKernelGetsTheWholeTable() {
        desire(ENTRY, OTHER);
        assertThat(kernel.table()).isEqualTo(table(ENTRY, OTHER));
        assertThat(kernel.written()).hasSize(5);
        assertThat(heard).containsExactly("available");
        seconds(10);
        assertThat(kernel.written()).isEmpty();
        assertThat(kernel.reads()).isEqualTo(4);
    }

    @Test
    void anEqualTableIsAdoptedWithoutAWrite() {
        kernel.outside(table(ENTRY, OTHER).commands().toArray(Command[]::new));
        desire(ENTRY, OTHER);
        assertThat(kernel.written()).isEmpty();
    }

    @Test
    void staleSettingsAreEditedAndForeignServicesLeftAlone() {
        kernel.outside(table(entry(ONE, "lc", destination(1, 7)), entry(FOREIGN, "rr", destination(9, 1)))
                .commands()
                .toArray(Command[]::new));
        desire(ENTRY);
        assertThat(kernel.written())
                .containsExactly(
                        "-E -t 10.0.0.1:80 -s rr",
                        "-e -t 10.0.0.1:80 -r 10.1.0.1:80 -g -w 1",
                        "-a -t 10.0.0.1:80 -r 10.1.0.2:80 -g -w 2");
        assertThat(kernel.table().entries()).containsKey(FOREIGN);
        assertThat(reconciler.status().foreignServices()).isEqualTo(1);
    }

    @Test
    void whatAnEarlierDirectorLeftIsRemovedAndForeignServicesStay() {
        kernel.outside(table(ENTRY, OTHER, entry(FOREIGN, "rr", destination(9, 1)))
                .commands()
                .toArray(Command[]::new));
        journal.gained(List.of(ONE, TWO));
        desire(ENTRY);
        assertThat(kernel.written()).containsExactly("-D -t 10.0.0.2:80");
        assertThat(journal.read()).containsExactly(ONE);
    }

    @Test
    void aConfigurationWithoutServicesStillRemovesWhatWasLeft() {
        kernel.outside(new AddService(service(ONE, "rr")));
        journal.gained(List.of(ONE, TWO));
        desire();
        assertThat(kernel.written()).containsExactly("-D -t 10.0.0.1:80");
        assertThat(journal.read()).isEmpty();
    }

    @Test
    void theJournalKnowsBeforeTheKernelAndForgetsAfterIt() {
        kernel.scheduler("rr", false);
        desire(ENTRY, OTHER);
        assertThat(journal.read()).containsExactly(ONE, TWO);
        desire(ENTRY);
        assertThat(journal.read()).containsExactly(ONE);
        reconciler.stop(Removal.OURS);
        assertThat(journal.read()).isEmpty();
    }

    @Test
    void aTableThatIsLeftStaysOursForTheNextDirector() {
        desire(ENTRY);
        reconciler.stop(Removal.NOTHING);
        assertThat(journal.read()).containsExactly(ONE);
    }

    @Test
    void observedDriftIsToldOnceAndLeftUntilItsEntryChanges() {
        reconciler.desire(table(ENTRY, OTHER), ForeignServices.LEAVE, Repair.OBSERVE);
        kernel.written();
        kernel.outside(new EditDestination(ONE, destination(1, 77)), new DeleteService(TWO));
        seconds(10);
        assertThat(kernel.written()).isEmpty();
        assertThat(reconciler.status().observations()).isEqualTo(1);
        assertThat(reconciler.status().driftLeft()).isEqualTo(3);
        assertThat(heard).containsExactly("available");

        reconciler.update(List.of(entry(ONE, "rr", destination(1, 1), destination(2, 3))));
        assertThat(kernel.written())
                .containsExactly(
                        "-e -t 10.0.0.1:80 -r 10.1.0.1:80 -g -w 1", "-e -t 10.0.0.1:80 -r 10.1.0.2:80 -g -w 3");
        seconds(10);
        assertThat(kernel.written()).isEmpty();
        assertThat(reconciler.status().driftLeft()).isEqualTo(2);
        desire(ENTRY, OTHER);
        assertThat(kernel.table()).isEqualTo(table(ENTRY, OTHER));
    }

    @Test
    void driftThatIsOffIsNotTold() {
        reconciler.desire(table(ENTRY), ForeignServices.LEAVE, Repair.OFF);
        kernel.outside(new DeleteService(ONE));
        seconds(10);
        assertThat(reconciler.status().observations()).isZero();
        assertThat(reconciler.status().driftLeft()).isEqualTo(3);
        assertThat(kernel.table().entries()).isEmpty();
    }

    @Test
    void aRepairNamesWhatWasDoneWhatIsDoneAndWhatToUse() {
        try (LogLines log = new LogLines()) {
            desire(ENTRY);
            kernel.outside(new EditDestination(ONE, destination(1, 77)));
            seconds(4);
            assertThat(log.take())
                    .contains("IPVS table was changed from outside (ipvsadm -e -t 10.0.0.1:80 -r 10.1.0.1:80 -g -w 77),"
                            + " repairing it (ipvsadm -e -t 10.0.0.1:80 -r 10.1.0.1:80 -g -w 1)."
                            + " A change that is to stay is made by:"
                            + " pollux ipvsadm -e -t 10.0.0.1:80 -r 10.1.0.1:80 -g -w 77");
        }
    }

    @Test
    void flushTakesForeignServicesOutOnceAtTheStart() {
        kernel.outside(new AddService(service(FOREIGN, "rr")));
        reconciler.desire(table(ENTRY), ForeignServices.DELETE, Repair.ON);
        assertThat(kernel.table()).isEqualTo(table(ENTRY));
        kernel.outside(new AddService(service(FOREIGN, "rr")));
        seconds(10);
        assertThat(kernel.table().entries()).containsKey(FOREIGN);
    }

    @Test
    void aReloadWritesOnlyTheDifference() {
        desire(ENTRY, OTHER);
        kernel.written();
        kernel.reads();
        desire(ENTRY, OTHER);
        desire(entry(ONE, "rr", destination(1, 1), destination(2, 3)), OTHER);
        desire(entry(ONE, "rr", destination(1, 1), destination(2, 3)));
        assertThat(kernel.written()).containsExactly("-e -t 10.0.0.1:80 -r 10.1.0.2:80 -g -w 3", "-D -t 10.0.0.2:80");
        assertThat(kernel.reads()).isZero();
    }

    @Test
    void anUpdateWritesOnlyTheDifferenceOfItsService() {
        desire(ENTRY, OTHER);
        kernel.written();
        reconciler.update(List.of(entry(ONE, "rr", destination(2, 2))));
        assertThat(kernel.written()).containsExactly("-d -t 10.0.0.1:80 -r 10.1.0.1:80");
        seconds(10);
        assertThat(heard).containsExactly("available");
    }

    static Stream<Arguments> drifts() {
        return Stream.of(
                Arguments.of("ipvsadm -C", 5, List.of(new Flush())),
                Arguments.of("a deleted service", 3, List.of(new DeleteService(ONE))),
                Arguments.of("a changed weight", 1, List.of(new EditDestination(ONE, destination(1, 77)))),
                Arguments.of("a changed scheduler", 1, List.of(new EditService(service(ONE, "sed")))),
                Arguments.of("an added destination", 1, List.of(new AddDestination(ONE, destination(9, 1)))),
                Arguments.of(
                        "a deleted destination",
                        1,
                        List.of(new DeleteDestination(ONE, destination(1, 1).key()))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("drifts")
    void foreignChangesAreRepairedAndCounted(String name, int commands, List<Command> change) {
        desire(ENTRY, OTHER);
        kernel.outside(change.toArray(Command[]::new));
        seconds(5);
        assertThat(kernel.table()).as(name).isEqualTo(table(ENTRY, OTHER));
        assertThat(heard).containsExactly("available", "repaired " + commands);
        assertThat(reconciler.status().repairs()).isEqualTo(1);
        assertThat(reconciler.status().repairCommands()).isEqualTo(commands);
    }

    @Test
    void aForeignServiceIsNoDrift() {
        desire(ENTRY);
        kernel.outside(new AddService(service(FOREIGN, "rr")));
        seconds(5);
        assertThat(heard).containsExactly("available");
    }

    @Test
    void anAnswerThatContradictsTheBeliefHasTheTableReadAtOnce() {
        desire(ENTRY, OTHER);
        kernel.outside(new DeleteService(ONE));
        reconciler.update(List.of(entry(ONE, "rr", destination(1, 1), destination(2, 3))));
        loop.advance(1_000);
        assertThat(kernel.table()).isEqualTo(table(OTHER, entry(ONE, "rr", destination(1, 1), destination(2, 3))));
        assertThat(heard).containsExactly("available", "repaired 1");
    }

    @Test
    void whatIsGoneAlreadyCountsAsDeleted() {
        desire(ENTRY, OTHER);
        kernel.outside(
                new DeleteService(TWO),
                new DeleteDestination(ONE, destination(2, 2).key()));
        desire(entry(ONE, "rr", destination(1, 1)));
        seconds(5);
        assertThat(heard).containsExactly("available");
        assertThat(kernel.table()).isEqualTo(table(entry(ONE, "rr", destination(1, 1))));
    }

    @Test
    void withoutIpvsItIsTriedAgainUntilItAppears() {
        kernel.load(false);
        desire(ENTRY);
        seconds(10);
        assertThat(heard).containsExactly("unavailable");
        assertThat(modules).containsExactly("ip_vs");
        assertThat(reconciler.status().availability()).isInstanceOf(Availability.Unavailable.class);
        reconciler.update(List.of(OTHER));
        kernel.load(true);
        seconds(4);
        assertThat(heard).containsExactly("unavailable", "available");
        assertThat(kernel.table()).isEqualTo(table(ENTRY, OTHER));
    }

    @Test
    void anUnloadedModuleIsNoticedAndItsReturnToo() {
        desire(ENTRY);
        kernel.outside(new Flush());
        kernel.load(false);
        seconds(4);
        kernel.load(true);
        seconds(4);
        assertThat(heard).containsExactly("available", "unavailable", "available");
        assertThat(kernel.table()).isEqualTo(table(ENTRY));
    }

    @Test
    void aMissingSchedulerLeavesTheRestProgrammed() {
        kernel.scheduler("twos", false);
        TableEntry twos = entry(TWO, "twos", destination(3, 1), destination(4, 1));
        desire(twos, ENTRY);
        assertThat(kernel.table()).isEqualTo(table(ENTRY));
        assertThat(reconciler.status().failures()).isEqualTo(1);
        kernel.written();
        seconds(20);
        assertThat(kernel.written()).isEmpty();
        kernel.scheduler("twos", true);
        seconds(15);
        assertThat(kernel.table()).isEqualTo(table(ENTRY, twos));
        assertThat(heard).containsExactly("available");
    }

    @Test
    void aModuleThatTheKernelDidNotLoadIsLoadedOnce() {
        kernel.scheduler("twos", false);
        loading = module -> kernel.scheduler("twos", true);
        TableEntry twos = entry(TWO, "twos", destination(3, 1), destination(4, 1));
        desire(twos, ENTRY);
        assertThat(kernel.table()).isEqualTo(table(ENTRY, twos));
        assertThat(reconciler.status().failures()).isZero();
        assertThat(modules).containsExactly("ip_vs_twos");
        kernel.scheduler("wlc", false);
        TableEntry missing = entry(tcp("10.0.0.3", 80), "wlc", destination(3, 1));
        desire(twos, missing);
        desire(twos, ENTRY, missing);
        assertThat(modules).containsExactly("ip_vs_twos", "ip_vs_wlc");
    }

    @Test
    void aRefusedDestinationIsNoDriftEither() {
        Destination refused = new Destination(
                new DestinationKey(destination(5, 1).key().address(), 80),
                new ForwardingMethod(ForwardingMethod.DIRECT_ROUTING, 0, 0, 0),
                1,
                10,
                20);
        desire(entry(ONE, "rr", destination(1, 1), refused));
        reconciler.update(List.of(entry(ONE, "rr", destination(2, 1), refused)));
        seconds(70);
        assertThat(heard).containsExactly("available");
        assertThat(kernel.table()).isEqualTo(table(entry(ONE, "rr", destination(2, 1))));
    }

    @Test
    void afterAFailedSystemCallTheTableIsReadAgain() {
        desire(ENTRY);
        kernel.failNext(Errno.ENOBUFS);
        reconciler.update(List.of(OTHER));
        assertThat(kernel.table()).isEqualTo(table(ENTRY));
        seconds(4);
        assertThat(kernel.table()).isEqualTo(table(ENTRY, OTHER));
        assertThat(heard).containsExactly("available");
    }

    @Test
    void aKernelThatCannotBeReadIsUnavailable() {
        kernel.failNext(Errno.EPERM);
        desire(ENTRY);
        assertThat(heard).containsExactly("unavailable");
        seconds(4);
        assertThat(heard).containsExactly("unavailable", "available");
    }

    @Test
    void stoppingRemovesWhatIsOurs() {
        kernel.outside(new AddService(service(FOREIGN, "rr")));
        desire(ENTRY, OTHER);
        kernel.written();
        reconciler.stop(Removal.OURS);
        assertThat(kernel.written()).containsExactly("-D -t 10.0.0.1:80", "-D -t 10.0.0.2:80");
        assertThat(kernel.table().entries()).containsOnlyKeys(FOREIGN);
        seconds(10);
        assertThat(kernel.written()).isEmpty();
    }

    @Test
    void stoppingMayLeaveOrFlushEverything() {
        kernel.outside(new AddService(service(FOREIGN, "rr")));
        desire(ENTRY);
        reconciler.stop(Removal.NOTHING);
        assertThat(kernel.table().entries()).hasSize(2);

        Reconciler second = new Reconciler(new Reconciler.Environment(
                loop.loop(), loop.clock(), kernel, ModuleLoader.NONE, journal, new SilentListener()));
        second.desire(table(ENTRY), ForeignServices.LEAVE, Repair.ON);
        second.stop(Removal.EVERYTHING);
        assertThat(kernel.table().entries()).isEmpty();
    }

    private record SilentListener() implements ReconcileListener {
        @Override
        public void available() {}

        @Override
        public void unavailable(String reason) {}

        @Override
        public void driftRepaired(List<Command> repair) {}
    }

    private void desire(TableEntry... entries) {
        reconciler.desire(IpvsTable.of(Arrays.asList(entries)), ForeignServices.LEAVE, Repair.ON);
    }

    private void seconds(int count) {
        loop.advance(Duration.ofSeconds(count).toNanos());
    }
}
