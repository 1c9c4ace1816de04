package dev.pollux.ipvs.listing;

import dev.pollux.grammar.model.AddressFamily;
import dev.pollux.grammar.model.ServiceKey;
import dev.pollux.ipvs.table.Destination;
import dev.pollux.ipvs.table.TableEntry;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * The order of ipvsadm's listings: by firewall mark, family, protocol, address and port. ipvsadm compares by the sign of a
 * difference of 32 bits, so that 200.0.0.1 comes before 10.0.0.1 and what is further apart than 2^31 is in no order at all;
 * equal listings therefore take the same algorithm too, the merge sort of the C library's qsort.
 */
final class EntryOrder {

    private EntryOrder() {}

    static List<TableEntry> services(Collection<TableEntry> entries) {
        return sorted(
                List.copyOf(entries),
                (one, other) -> compare(one.service().key(), other.service().key()));
    }

    static List<Destination> destinations(Collection<Destination> destinations) {
        return sorted(List.copyOf(destinations), (one, other) -> {
            int addresses = compare(one.key().address(), other.key().address());
            return addresses != 0 ? addresses : one.key().port() - other.key().port();
        });
    }

    private static int compare(ServiceKey one, ServiceKey other) {
        int marks = mark(one) - mark(other);
        if (marks != 0) {
            return marks;
        }
        if (one instanceof ServiceKey.ByAddress a && other instanceof ServiceKey.ByAddress b) {
            int families = a.family().compareTo(b.family());
            int protocols = a.protocol().number() - b.protocol().number();
            int addresses = families != 0 ? families : protocols != 0 ? protocols : compare(a.address(), b.address());
            return addresses != 0 ? addresses : a.port() - b.port();
        }
        return one.family().compareTo(other.family());
    }

    private static int mark(ServiceKey key) {
        return key instanceof ServiceKey.ByFirewallMark byMark ? (int) byMark.mark() : 0;
    }

    private static int compare(InetAddress one, InetAddress other) {
        int families = AddressFamily.of(one).compareTo(AddressFamily.of(other));
        if (families != 0) {
            return families;
        }
        ByteBuffer a = ByteBuffer.wrap(one.getAddress());
        ByteBuffer b = ByteBuffer.wrap(other.getAddress());
        while (a.hasRemaining()) {
            int difference = a.getInt() - b.getInt();
            if (difference != 0) {
                return difference;
            }
        }
        return 0;
    }

    private static <T> List<T> sorted(List<T> list, Comparator<T> order) {
        if (list.size() < 2) {
            return list;
        }
        int middle = list.size() / 2;
        List<T> left = sorted(list.subList(0, middle), order);
        List<T> right = sorted(list.subList(middle, list.size()), order);
        List<T> merged = new ArrayList<>(list.size());
        int next = 0;
        for (T item : left) {
            while (next < right.size() && order.compare(item, right.get(next)) > 0) {
                merged.add(right.get(next++));
            }
            merged.add(item);
        }
        merged.addAll(right.subList(next, right.size()));
        return merged;
    }
}
