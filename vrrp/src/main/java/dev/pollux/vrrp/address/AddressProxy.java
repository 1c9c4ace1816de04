package dev.pollux.vrrp.address;

import dev.pollux.linux.route.RouteClient;
import dev.pollux.linux.syscall.SystemCallException;
import io.netty.channel.IoEventLoop;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The {@code vrrp} loop's way to addresses, routes and rules: says what it wants, goes on, and hears on its own loop when it is done.
 */
public final class AddressProxy {

    private static final Logger log = LoggerFactory.getLogger(AddressProxy.class);

    /** So few at a time that a wish given up during a long wait for the kernel is not carried out after it. */
    private static final int WISHES_AT_ONCE = 32;

    private final IoEventLoop vrrpLoop;
    private final IoEventLoop rtnlLoop;
    private final AddressMailbox mailbox = new AddressMailbox();
    private final AddressKeeper keeper;
    private final Consumer<AddressOutcome> onOutcome;

    private AddressProxy(Loops loops, AddressKeeper keeper, Consumer<AddressOutcome> onOutcome) {
        this.vrrpLoop = loops.vrrp();
        this.rtnlLoop = loops.rtnl();
        this.keeper = keeper;
        this.onOutcome = onOutcome;
    }

    /** @param onOutcome called on the {@code vrrp} loop */
    public AddressProxy(Setting setting, Consumer<AddressOutcome> onOutcome) {
        this(
                setting.loops(),
                new AddressKeeper(
                        new KernelTable(setting.client()), new AddressJournal(setting.journal()), setting.guard()),
                onOutcome);
    }

    /**
     * Where addresses are held.
     *
     * @param client used on the {@code rtnl} loop only; its owner closes it
     * @param guard is told on the {@code rtnl} loop what is not accepted
     */
    public record Setting(Loops loops, RouteClient client, Path journal, AddressGuard guard) {}

    /** One for addresses that the kernel refuses, which counts as done: see {@link RefusingTable}. */
    public static AddressProxy ofRefused(
            Loops loops, RouteClient client, Path journal, Consumer<AddressOutcome> onOutcome) {
        EntryTable table = new RefusingTable(new KernelTable(client));
        return new AddressProxy(loops, new AddressKeeper(table, new AddressJournal(journal)), onOutcome);
    }

    /** The loop that wants and the loop that does. */
    public record Loops(IoEventLoop vrrp, IoEventLoop rtnl) {}

    /** Replaces what the holder wanted before. */
    public void want(DesiredEntries desired) {
        mailbox.put(desired);
        rtnlLoop.execute(this::work);
    }

    /** Removes entries that nobody holds and the configuration names; then calls back, whatever came of it. */
    public void removeLeftOvers(Collection<BoundEntry> configured, Consumer<List<String>> onRemoved) {
        rtnlLoop.execute(() -> {
            List<String> removed = tryRemoveLeftOvers(configured);
            vrrpLoop.execute(() -> onRemoved.accept(removed));
        });
    }

    /** Looks which of these the kernel does not have. */
    public void findMissing(Collection<BoundEntry> wanted, Consumer<List<BoundEntry>> onFound) {
        rtnlLoop.execute(() -> {
            List<BoundEntry> missing = keeper.missing(wanted);
            vrrpLoop.execute(() -> onFound.accept(missing));
        });
    }

    /** Calls back when everything wanted so far is done. */
    public void whenDone(Runnable done) {
        rtnlLoop.execute(() -> vrrpLoop.execute(done));
    }

    private void work() {
        for (List<DesiredEntries> wishes = mailbox.take(WISHES_AT_ONCE);
                !wishes.isEmpty();
                wishes = mailbox.take(WISHES_AT_ONCE)) {
            List<AddressOutcome> outcomes = keeper.apply(wishes);
            vrrpLoop.execute(() -> outcomes.forEach(onOutcome));
        }
    }

    private List<String> tryRemoveLeftOvers(Collection<BoundEntry> configured) {
        try {
            return keeper.removeLeftOvers(configured);
        } catch (SystemCallException e) {
            log.error("Cannot look for left-over addresses: {}", e.getMessage());
            return List.of();
        }
    }
}
