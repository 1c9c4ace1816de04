package dev.pollux.linux.route;

/**
 * A network interface as the kernel described it at one moment.
 *
 * @param index the interface index, which a renamed interface keeps
 * @param mtu bytes
 */
public record Link(int index, String name, LinkFlags flags, HardwareAddress hardwareAddress, int mtu) {

    /** Whether packets can pass: up and running. */
    public boolean usable() {
        return flags.up() && flags.running();
    }
}
