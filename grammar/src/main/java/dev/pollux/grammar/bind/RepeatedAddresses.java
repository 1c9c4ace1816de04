package dev.pollux.grammar.bind;

import dev.pollux.grammar.model.AddressText;
import java.net.InetAddress;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Addresses that turn out to be the same once it is known on which interface they are. */
final class RepeatedAddresses {

    private RepeatedAddresses() {}

    /** Takes out what is listed before, with {@code dev} of the instance's interface or without. */
    static void remove(Context context, List<AddressDraft> addresses, String interfaceName) {
        Set<Place> known = new HashSet<>();
        addresses.removeIf(address -> {
            String device = address.interfaceName() == null ? interfaceName : address.interfaceName();
            if (known.add(new Place(address.address(), address.prefixLength(), device))) {
                return false;
            }
            context.remark(
                    address.span(),
                    "address " + AddressText.of(address.address()) + " is listed twice, with and without dev "
                            + interfaceName + ", the second is ignored",
                    "remove it");
            return true;
        });
    }

    private record Place(InetAddress address, int prefixLength, String interfaceName) {}
}
