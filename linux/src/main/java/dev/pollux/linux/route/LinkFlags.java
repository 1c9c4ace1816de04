package dev.pollux.linux.route;

/**
 * The flags of an interface (netdevice(7), {@code IFF_} in linux/if.h).
 *
 * @param bits as the kernel gives them
 */
public record LinkFlags(int bits) {

    private static final int UP = 0x1;
    private static final int LOOPBACK = 0x8;
    private static final int RUNNING = 0x40;
    private static final int NO_ARP = 0x80;
    private static final int MULTICAST = 0x1000;

    /** Set up by the administrator ({@code IFF_UP}). */
    public boolean up() {
        return has(UP);
    }

    /** Operational as RFC 2863 has it ({@code IFF_RUNNING}). */
    public boolean running() {
        return has(RUNNING);
    }

    public boolean loopback() {
        return has(LOOPBACK);
    }

    /** No ARP on this link ({@code IFF_NOARP}). */
    public boolean noArp() {
        return has(NO_ARP);
    }

    public boolean multicast() {
        return has(MULTICAST);
    }

    private boolean has(int flag) {
        return (bits & flag) != 0;
    }
}
