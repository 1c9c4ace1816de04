package dev.pollux.ipvs;

/** Where the loop leaves the newest of one virtual server for other threads to read. */
final class VirtualServerSlot {

    private volatile ManagedVirtualServer current;

    VirtualServerSlot(ManagedVirtualServer first) {
        current = first;
    }

    ManagedVirtualServer get() {
        return current;
    }

    void set(ManagedVirtualServer next) {
        current = next;
    }
}
