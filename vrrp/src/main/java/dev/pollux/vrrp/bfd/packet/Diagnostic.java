package dev.pollux.vrrp.bfd.packet;

/**
 * Why a session last left the state Up (RFC 5880 4.1).
 *
 * @param code 0 to 31; those above 8 are for future use
 */
public record Diagnostic(int code) {

    /** It never did. */
    public static final Diagnostic NONE = new Diagnostic(0);

    /** Nothing was heard of the other side for the detection time. */
    public static final Diagnostic DETECTION_TIME_EXPIRED = new Diagnostic(1);

    /** The other side said that it is down. */
    public static final Diagnostic NEIGHBOR_SIGNALED_DOWN = new Diagnostic(3);

    /** Somebody wants it so. */
    public static final Diagnostic ADMINISTRATIVELY_DOWN = new Diagnostic(7);

    /** For people, as the RFC writes it. */
    public String text() {
        return switch (code) {
            case 0 -> "No Diagnostic";
            case 1 -> "Control Detection Time Expired";
            case 2 -> "Echo Function Failed";
            case 3 -> "Neighbor Signaled Session Down";
            case 4 -> "Forwarding Plane Reset";
            case 5 -> "Path Down";
            case 6 -> "Concatenated Path Down";
            case 7 -> "Administratively Down";
            case 8 -> "Reverse Concatenated Path Down";
            default -> "Diagnostic " + code;
        };
    }
}
