package dev.pollux.grammar.model;

import java.util.Locale;

/** {@code protocol} of a virtual server. */
public enum TransportProtocol {
    TCP(6),
    UDP(17),
    SCTP(132);

    private final int number;

    TransportProtocol(int number) {
        this.number = number;
    }

    /** IANA protocol number, as in the kernel's attribute {@code IPVS_SVC_ATTR_PROTOCOL}. */
    public int number() {
        return number;
    }

    /** Lower case, as keepalived writes it in logs and notifications. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
