package dev.pollux.grammar.model;

/** What makes a virtual server the same one across a reload. */
public sealed interface VirtualServerKey {

    /** {@code virtual_server ADDRESS PORT} or {@code virtual_server fwmark N}: one service. */
    record Single(ServiceKey service) implements VirtualServerKey {
        @Override
        public String toString() {
            return service.toString();
        }
    }

    /**
     * {@code virtual_server group NAME}: one service for each address of the group.
     *
     * @param ordinal how many virtual servers of the same group precede this one in the file
     */
    record Group(String name, int ordinal) implements VirtualServerKey {
        /** As keepalived writes it: {@code [web]:0}. */
        @Override
        public String toString() {
            return "[" + name + "]:" + ordinal;
        }
    }
}
