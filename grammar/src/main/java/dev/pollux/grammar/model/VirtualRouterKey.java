package dev.pollux.grammar.model;

/**
 * What makes a virtual router the same one across a reload.
 *
 * @param virtualRouterId 1 to 255
 * @param interfaceName the interface that adverts are sent and received on; empty: any, for unicast
 * @param partners tells instances apart that share all this, by a peer or a group of theirs; empty: the first one
 */
public record VirtualRouterKey(int virtualRouterId, AddressFamily family, String interfaceName, String partners) {

    /** The only one of its VRID, family and interface, or the first. */
    public VirtualRouterKey(int virtualRouterId, AddressFamily family, String interfaceName) {
        this(virtualRouterId, family, interfaceName, "");
    }

    /** The same with something to tell it from the first. */
    public VirtualRouterKey with(String newPartners) {
        return new VirtualRouterKey(virtualRouterId, family, interfaceName, newPartners);
    }
}
