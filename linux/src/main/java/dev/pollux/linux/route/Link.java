package dev.pollux.linux.route;

/**
 * A network interface as the kernel described it at one moment.
 *
 * @param index the interface index, which a renamed interface keeps
 * @param mtu bytes
 * @param kind the driver of a software interface ({@code macvlan}, {@code veth}, ...); empty: hardware, or none of the kinds
 * @param parent index of the interface that it lies on, or the other end of a pair; 0: none
 */
public record Link(
        int index, String name, LinkFlags flags, HardwareAddress hardwareAddress, int mtu, String kind, int parent) {

    /** One that stands for itself. */
    public Link(int index, String name, LinkFlags flags, HardwareAddress hardwareAddress, int mtu) {
        this(index, name, flags, hardwareAddress, mtu, "", 0);
    }

    /** Whether packets can pass: up and running. */
    public boolean usable() {
        return flags.up() && flags.running();
    }
}
