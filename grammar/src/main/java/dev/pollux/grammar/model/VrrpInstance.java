package dev.pollux.grammar.model;

/**
 * One {@code vrrp_instance}: a virtual router that this director takes part in.
 *
 * @param name unique in the configuration
 * @param version VRRP version, 2 or 3
 * @param priority 1 to 255, where 255 is the address owner
 */
public record VrrpInstance(
        String name,
        VirtualRouterKey key,
        int version,
        InitialState initialState,
        int priority,
        AdvertSettings advert,
        UnicastSettings unicast,
        Authentication authentication,
        PreemptSettings preempt,
        AddressSettings addresses,
        GratuitousArpSettings gratuitousArp,
        TrackSettings tracking,
        NotifySettings notifications,
        InterfaceSettings interfaces) {

    /** Priority that only the owner of the addresses has (RFC 3768 5.3.4). */
    public static final int OWNER_PRIORITY = 255;

    /** One without interfaces of its own. */
    public VrrpInstance(
            String name,
            VirtualRouterKey key,
            int version,
            InitialState initialState,
            int priority,
            AdvertSettings advert,
            UnicastSettings unicast,
            Authentication authentication,
            PreemptSettings preempt,
            AddressSettings addresses,
            GratuitousArpSettings gratuitousArp,
            TrackSettings tracking,
            NotifySettings notifications) {
        this(
                name,
                key,
                version,
                initialState,
                priority,
                advert,
                unicast,
                authentication,
                preempt,
                addresses,
                gratuitousArp,
                tracking,
                notifications,
                InterfaceSettings.NONE);
    }

    public VrrpInstance with(VirtualRouterKey newKey) {
        return new VrrpInstance(
                name,
                newKey,
                version,
                initialState,
                priority,
                advert,
                unicast,
                authentication,
                preempt,
                addresses,
                gratuitousArp,
                tracking,
                notifications,
                interfaces);
    }

    /** The name of the interface that adverts are sent and received on. */
    public String advertInterface() {
        VirtualInterface own = interfaces.own();
        return own == null || interfaces.transmitOnBase() ? key.interfaceName() : own.name();
    }

    public boolean owner() {
        return priority == OWNER_PRIORITY;
    }

    /** {@code state}: what the instance would like to be at start. */
    public enum InitialState {
        MASTER,
        BACKUP
    }
}
