package dev.pollux.integration.network;

/** A host of the topology: a short label, which names its switch ports ({@code a.eth0}), and its namespace. */
public record Host(String label, Namespace namespace) {

    /** Name of the switch port that the device of this host is plugged into. */
    public String port(String device) {
        return label + "." + device;
    }
}
