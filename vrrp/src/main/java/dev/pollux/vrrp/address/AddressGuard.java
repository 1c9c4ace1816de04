package dev.pollux.vrrp.address;

import java.util.Set;

/** Is told which addresses are held without being accepted: before they are added, and after they are gone. */
public interface AddressGuard {

    /** Lets all in. */
    AddressGuard NONE = refused -> "";

    /**
     * Replaces what it was told before.
     *
     * @return empty, or why it could not be done; told the same again it tries again
     */
    String refuse(Set<BoundAddress> refused);
}
