package dev.pollux.linux.process;

/** The capabilities Pollux has a use for (capabilities(7)). */
public enum Capability {
    /** Ports below 1024. */
    NET_BIND_SERVICE(10),
    /** Addresses, routes, IPVS, large buffers. */
    NET_ADMIN(12),
    /** Raw and packet sockets. */
    NET_RAW(13),
    /** Locked memory without a limit. */
    IPC_LOCK(14),
    /** Real-time scheduling. */
    SYS_NICE(23);

    private final int bit;

    Capability(int bit) {
        this.bit = bit;
    }

    boolean in(long set) {
        return (set >>> bit & 1) != 0;
    }
}
