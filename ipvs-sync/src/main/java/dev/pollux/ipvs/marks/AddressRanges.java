package dev.pollux.ipvs.marks;

import dev.pollux.grammar.model.AddressText;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** Addresses as nft writes intervals. Pure. */
final class AddressRanges {

    private AddressRanges() {}

    /**
     * Neighbours together: {@code 192.0.2.1-192.0.2.9}, {@code 192.0.2.20}.
     *
     * @param addresses of one family
     */
    static List<String> of(Collection<InetAddress> addresses) {
        List<InetAddress> sorted = addresses.stream()
                .distinct()
                .sorted((a, b) -> Arrays.compareUnsigned(a.getAddress(), b.getAddress()))
                .toList();
        List<String> ranges = new ArrayList<>();
        int first = 0;
        for (int i = 1; i <= sorted.size(); i++) {
            if (i == sorted.size() || !follows(sorted.get(i - 1), sorted.get(i))) {
                String start = AddressText.of(sorted.get(first));
                ranges.add(first == i - 1 ? start : start + "-" + AddressText.of(sorted.get(i - 1)));
                first = i;
            }
        }
        return ranges;
    }

    private static boolean follows(InetAddress before, InetAddress after) {
        byte[] bytes = before.getAddress();
        int i = bytes.length - 1;
        while (i >= 0 && ++bytes[i] == 0) {
            i--;
        }
        return i >= 0 && Arrays.equals(bytes, after.getAddress());
    }
}
