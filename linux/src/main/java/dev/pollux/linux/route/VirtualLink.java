package dev.pollux.linux.route;

/**
 * An interface to be made on another one (ip-link(8)).
 *
 * @param parent index of the interface below
 * @param address of a macvlan; {@link HardwareAddress#NONE}: the kernel chooses
 * @param mode {@code MACVLAN_MODE_} of linux/if_link.h; for ipvlan {@code IPVLAN_F_}, always in layer-2 mode
 */
public record VirtualLink(String name, Kind kind, int parent, HardwareAddress address, int mode) {

    /** Macvlans on one parent do not reach each other. */
    public static final int MACVLAN_PRIVATE = 1;

    /** Ipvlans on one parent reach each other; the other modes are private and by the switch outside. */
    public static final int IPVLAN_BRIDGE = 0;

    public static final int IPVLAN_PRIVATE = 1;
    public static final int IPVLAN_VEPA = 2;

    /** What the interface does to frames. */
    public enum Kind {
        /** Its own MAC address. */
        MACVLAN("macvlan"),
        /** The parent's MAC address, told apart by IP address. */
        IPVLAN("ipvlan");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        /** The kernel's name. */
        public String text() {
            return text;
        }
    }
}
