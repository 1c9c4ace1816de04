package dev.pollux.integration.network;

/** A cable seen from the switch: pulled and plugged, it takes and gives the carrier of the host's device. */
public record Cable(Namespace switchNamespace, String port) {

    public void pull() {
        switchNamespace.ip("link", "set", port, "down");
    }

    public void plug() {
        switchNamespace.ip("link", "set", port, "up");
    }
}
