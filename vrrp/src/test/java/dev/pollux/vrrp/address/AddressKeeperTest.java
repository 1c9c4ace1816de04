package dev.pollux.vrrp.address;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.grammar.model.AddressFamily;
import dev.pollux.grammar.model.AddressFlag;
import dev.pollux.grammar.model.VirtualAddress;
import dev.pollux.grammar.model.VirtualRouterKey;
import dev.pollux.linux.route.InterfaceAddress;
import dev.pollux.vrrp.Instances;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AddressKeeperTest {

    private static final Holder KEY = Holder.of(new VirtualRouterKey(51, AddressFamily.IPV4, "eth0"));
    private static final Holder OTHER = Holder.of(new VirtualRouterKey(52, AddressFamily.IPV4, "eth0"));

    private final PretendTable table = new PretendTable();

    private static BoundAddress bound(String address, int prefixLength, int interfaceIndex) {
        return new BoundAddress(
                new VirtualAddress(Instances.inet(address), prefixLength, "eth0", 0, null, null), interfaceIndex);
    }

    private static BoundAddress bound(int last) {
        return bound("192.0.2." + last, 24, 2);
    }

    private static DesiredEntries wish(Holder holder, long epoch, BoundAddress... addresses) {
        return new DesiredEntries(holder, epoch, List.of(addresses), false, false);
    }

    private static List<String> lines(Path journal) {
        try {
            return Files.readAllLines(journal);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void appliesTheDifferenceAndRemovesFirst(@TempDir Path directory) {
        AddressKeeper keeper = new AddressKeeper(table, new AddressJournal(directory.resolve("addresses")));
        keeper.apply(List.of(wish(KEY, 1, bound(1), bound(2))));
        table.calls.clear();

        List<AddressOutcome> outcomes =
                keeper.apply(List.of(wish(KEY, 2, bound(2), bound(3)), wish(OTHER, 1, bound(1))));

        assertThat(table.calls).containsExactly("delete 192.0.2.1", "add 192.0.2.3", "add 192.0.2.1");
        assertThat(outcomes)
                .containsExactly(
                        new AddressOutcome(KEY, 2, List.of(bound(2), bound(3)), List.of(bound(3)), List.of()),
                        new AddressOutcome(OTHER, 1, List.of(bound(1)), List.of(bound(1)), List.of()));
    }

    @Test
    void theSameWishAgainTouchesNothing(@TempDir Path directory) {
        AddressKeeper keeper = new AddressKeeper(table, new AddressJournal(directory.resolve("addresses")));
        keeper.apply(List.of(wish(KEY, 1, bound(1))));
        table.calls.clear();

        AddressOutcome outcome = keeper.apply(List.of(wish(KEY, 2, bound(1)))).get(0);

        assertThat(table.calls).isEmpty();
        assertThat(outcome.held()).containsExactly(bound(1));
        assertThat(outcome.gained()).isEmpty();
    }

    @Test
    void theJournalKnowsAnAddressBeforeTheKernelDoes(@TempDir Path directory) {
        Path journal = directory.resolve("run/addresses");
        AddressKeeper keeper = new AddressKeeper(table, new AddressJournal(journal));
        List<String> atAdd = new ArrayList<>();
        table.onAdd = () -> atAdd.addAll(lines(journal));

        keeper.apply(List.of(wish(KEY, 1, bound(1))));
        assertThat(atAdd).containsExactly("addr del 192.0.2.1/24 dev eth0");

        keeper.apply(List.of(wish(KEY, 2)));
        assertThat(lines(journal)).isEmpty();
        assertThat(table.there).isEmpty();
    }

    @Test
    void adoptsWhatIsThereAndToleratesWhatIsGone(@TempDir Path directory) {
        AddressKeeper keeper = new AddressKeeper(table, new AddressJournal(directory.resolve("addresses")));
        table.there.add(InterfaceAddress.of(2, Instances.inet("192.0.2.1"), 24));

        AddressOutcome adopted =
                keeper.apply(List.of(wish(KEY, 1, bound(1), bound(2)))).get(0);
        assertThat(adopted.gained()).containsExactly(bound(1), bound(2));
        assertThat(adopted.failures()).isEmpty();

        table.there.clear();
        AddressOutcome released = keeper.apply(List.of(wish(KEY, 2))).get(0);
        assertThat(released.held()).isEmpty();
        assertThat(released.failures()).isEmpty();
    }

    @Test
    void anAddressThatCannotBeAddedIsNotHeld(@TempDir Path directory) {
        AddressKeeper keeper = new AddressKeeper(table, new AddressJournal(directory.resolve("addresses")));

        AddressOutcome outcome = keeper.apply(List.of(wish(KEY, 1, bound(1), bound("192.0.2.9", 24, 99))))
                .get(0);

        assertThat(outcome.held()).containsExactly(bound(1));
        assertThat(outcome.failures())
                .hasToString("[cannot add 192.0.2.9/24 dev eth0: No such device (ENODEV)]")
                .allMatch(EntryFailure::lacking);
    }

    /** Nobody else is told, and the same wish tells the packet filter again. */
    @Test
    void whatThePacketFilterDoesNotDoIsAFailureOfWhoNeedsIt(@TempDir Path directory) {
        List<String> answers = new ArrayList<>(List.of("no nft", ""));
        AddressKeeper keeper = new AddressKeeper(
                table, new AddressJournal(directory.resolve("addresses")), refused -> answers.remove(0));
        DesiredEntries refusing = new DesiredEntries(KEY, 1, List.of(bound(1)), false, false, false);

        List<AddressOutcome> outcomes = keeper.apply(List.of(refusing, wish(OTHER, 1, bound(2))));
        assertThat(outcomes.get(0).failures()).hasToString("[cannot set rules of the packet filter: no nft]");
        assertThat(outcomes.get(0).held()).containsExactly(bound(1));
        assertThat(outcomes.get(1).failures()).isEmpty();

        assertThat(keeper.apply(List.of(refusing)).get(0).failures()).isEmpty();
        assertThat(answers).isEmpty();
    }

    /** The answer was lost, the address may be there: it stays in the journal and is removed with the others. */
    @Test
    void anAddressOfUnknownFateIsRemovedInTheEnd(@TempDir Path directory) {
        Path journal = directory.resolve("addresses");
        AddressKeeper keeper = new AddressKeeper(table, new AddressJournal(journal));
        table.broken = true;

        AddressOutcome outcome = keeper.apply(List.of(wish(KEY, 1, bound(1)))).get(0);
        assertThat(outcome.failures()).hasSize(1);
        assertThat(lines(journal)).hasSize(1);

        keeper.apply(List.of(wish(KEY, 2)));
        assertThat(table.calls).containsExactly("delete 192.0.2.1");
    }

    @Test
    void leftOversAreRemovedWithThePrefixTheyHave(@TempDir Path directory) {
        AddressKeeper keeper = new AddressKeeper(table, new AddressJournal(directory.resolve("addresses")));
        keeper.apply(List.of(wish(OTHER, 1, bound(3))));
        table.there.add(InterfaceAddress.of(2, Instances.inet("192.0.2.1"), 32));
        table.there.add(InterfaceAddress.of(2, Instances.inet("192.0.2.7"), 24));

        assertThat(keeper.removeLeftOvers(List.of(bound(1), bound(2), bound(3))))
                .containsExactly("address 192.0.2.1/32");
        assertThat(table.there)
                .extracting(address -> address.address().getHostAddress())
                .containsExactly("192.0.2.3", "192.0.2.7");
    }

    @Test
    void findsWhatIsMissing(@TempDir Path directory) {
        AddressKeeper keeper = new AddressKeeper(table, new AddressJournal(directory.resolve("addresses")));
        keeper.apply(List.of(wish(KEY, 1, bound(1))));

        assertThat(keeper.missing(List.of(bound(1), bound(2)))).containsExactly(bound(2));
    }

    @Test
    void theNewestWishReplacesTheOlder() {
        AddressMailbox mailbox = new AddressMailbox();
        mailbox.put(wish(KEY, 1, bound(1)));
        mailbox.put(wish(OTHER, 1, bound(2)));
        mailbox.put(wish(KEY, 2));

        assertThat(mailbox.take(1)).containsExactly(wish(KEY, 2));
        assertThat(mailbox.take(9)).containsExactly(wish(OTHER, 1, bound(2)));
        assertThat(mailbox.take(9)).isEmpty();
    }

    @Test
    void whatIsOnlyTrackedOtherwiseIsLeftAlone(@TempDir Path directory) {
        AddressKeeper keeper = new AddressKeeper(table, new AddressJournal(directory.resolve("addresses")));
        keeper.apply(List.of(wish(KEY, 1, bound(1))));
        table.calls.clear();
        VirtualAddress address = bound(1).address();
        BoundAddress untracked = new BoundAddress(
                new VirtualAddress(
                        address.address(),
                        address.prefixLength(),
                        address.interfaceName(),
                        0,
                        null,
                        null,
                        null,
                        null,
                        Set.of(AddressFlag.UNTRACKED)),
                2);

        AddressOutcome outcome = keeper.apply(List.of(wish(KEY, 2, untracked))).get(0);

        assertThat(table.calls).isEmpty();
        assertThat(outcome.held()).containsExactly(untracked);
    }

    @Test
    void restoresWhatSomebodyElseRemoved(@TempDir Path directory) {
        AddressKeeper keeper = new AddressKeeper(table, new AddressJournal(directory.resolve("addresses")));
        keeper.apply(List.of(wish(KEY, 1, bound(1), bound(2))));
        table.there.remove(0);
        table.calls.clear();

        AddressOutcome outcome = keeper.apply(
                        List.of(new DesiredEntries(KEY, 2, List.of(bound(1), bound(2)), false, true)))
                .get(0);

        assertThat(table.calls).containsExactly("add 192.0.2.1");
        assertThat(outcome.gained()).containsExactly(bound(1));
        assertThat(outcome.held()).containsExactly(bound(1), bound(2));
    }
}
