package dev.pollux.vrrp.address;

import dev.pollux.grammar.model.VirtualRouterKey;
import java.util.Optional;

/**
 * For whom the kernel shall have something.
 *
 * @param router empty: for as long as the director runs
 */
public record Holder(Optional<VirtualRouterKey> router) {

    /** The static entries. */
    public static final Holder DIRECTOR = new Holder(Optional.empty());

    public static Holder of(VirtualRouterKey router) {
        return new Holder(Optional.of(router));
    }
}
