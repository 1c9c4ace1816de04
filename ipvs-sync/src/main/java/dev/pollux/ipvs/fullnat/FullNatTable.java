package dev.pollux.ipvs.fullnat;

import dev.pollux.grammar.model.ServiceKey;
import dev.pollux.linux.nftables.Nftables;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;

/**
 * The local addresses of services in the kernel's table, for tools that work without a running director: what ipvsadm's
 * FULLNAT fork does with {@code -P}, {@code -Q} (each with {@code -z ADDRESS}) and {@code -G}. While a director runs, the table
 * is the director's: it repairs what differs from its configuration, so a tool asks it through
 * {@link FullNatProxy#addLocalAddress} and its like.
 *
 * <pre>{@code
 * FullNatTable table = FullNatTable.open();
 * table.add(service, local);                                 // ipvsadm -P -t VIP:PORT -z LIP
 * table.remove(service, local);                              // ipvsadm -Q -t VIP:PORT -z LIP
 * table.read().pools().forEach((key, pool) -> ...);          // ipvsadm -G
 * }</pre>
 *
 * A service needs, besides, an IPVS service whose destinations masquerade ({@code ipvsadm -a -b} is {@code -m}),
 * {@code net.ipv4.vs.conntrack=1}, forwarding, and its local addresses on an interface.
 *
 * <p>Every call runs nft(8) and waits for it; every failure is an {@link dev.pollux.linux.nftables.NftablesException}.
 */
public final class FullNatTable {

    private final Nftables nftables;

    FullNatTable(Nftables nftables) {
        this.nftables = nftables;
    }

    /** The table of the calling thread's network namespace. */
    public static FullNatTable open() {
        return new FullNatTable(Nftables.system());
    }

    /** Every service with its local addresses; none where there is no table. */
    public Translations read() {
        return nftables.read(TranslationTable.NAME).map(ListedTranslations::of).orElseGet(Translations::none);
    }

    /** Gives a service one more local address; nothing changes where it has it. */
    public void add(ServiceKey.ByAddress service, InetAddress address) {
        Translations present = read();
        List<InetAddress> addresses = new ArrayList<>(present.addresses(service));
        if (!addresses.contains(address)) {
            addresses.add(address);
            write(present.with(service, addresses));
        }
    }

    /** Takes a local address from a service; nothing changes where it does not have it. The last one ends the translation. */
    public void remove(ServiceKey.ByAddress service, InetAddress address) {
        Translations present = read();
        List<InetAddress> addresses = new ArrayList<>(present.addresses(service));
        if (addresses.remove(address)) {
            write(present.with(service, addresses));
        }
    }

    private void write(Translations next) {
        nftables.apply(
                next.isEmpty()
                        ? TranslationTable.removal()
                        : TranslationTable.of(next).creation());
    }
}
