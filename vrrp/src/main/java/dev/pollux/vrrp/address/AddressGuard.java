package dev.pollux.vrrp.address;

import java.util.Set;

/** Is told which addresses are held without being accepted: before they are added, and after they are gone. */
public interface AddressGuard {

    /** Lets all in. */
    AddressGuard NONE = refused -> {};

    void refuse(Set<BoundAddress> refused);
}
