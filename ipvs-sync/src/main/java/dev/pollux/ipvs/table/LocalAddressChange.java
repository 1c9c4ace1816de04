package dev.pollux.ipvs.table;

import dev.pollux.grammar.model.AddressText;
import dev.pollux.grammar.model.ServiceKey;
import java.net.InetAddress;

/**
 * One local address of FULLNAT more or less for a service. The kernel's IPVS knows nothing of those; its text form is that of
 * ipvsadm's FULLNAT fork.
 *
 * @param add false: take it away
 */
public record LocalAddressChange(boolean add, ServiceKey.ByAddress service, InetAddress address)
        implements TableChange {

    @Override
    public String toString() {
        return (add ? "-P " : "-Q ") + IpvsadmArguments.of(service) + " -z " + AddressText.of(address);
    }
}
