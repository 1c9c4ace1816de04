package dev.pollux.integration.network;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A namespace of bridges, into whose ports hosts are plugged. Deleting a bridge makes the kernel hold its one rtnl lock
 * for up to tens of seconds, which stalls every address change on the machine, so a switch lives as long as the test
 * run and goes when nothing is timed any more.
 */
public final class Switch implements AutoCloseable {

    private final Namespace namespace;
    private final Deque<String> bridges = new ArrayDeque<>();

    public Switch(Namespace namespace) {
        this.namespace = namespace;
    }

    public Namespace namespace() {
        return namespace;
    }

    /** Adds a segment that forwards from the first frame on and floods multicast. */
    public void addSegment(String bridge) {
        namespace.ip("link", "add", bridge, "type", "bridge", "stp_state", "0", "mcast_snooping", "0");
        bridges.push(bridge);
        namespace.ip("link", "set", bridge, "up");
    }

    /** Gives {@code host} a device {@code device} with a cable into {@code bridge}. */
    public Cable plug(Host host, String device, String bridge) {
        String port = host.label() + "." + device;
        host.namespace().cable(device, namespace, port);
        namespace.ip("link", "set", port, "master", bridge, "up");
        host.namespace().ip("link", "set", device, "up");
        return new Cable(namespace, port);
    }

    @Override
    public void close() {
        while (!bridges.isEmpty()) {
            namespace.ipIfPossible("link", "del", bridges.pop());
        }
        namespace.close();
    }
}
