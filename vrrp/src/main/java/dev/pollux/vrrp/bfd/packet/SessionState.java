package dev.pollux.vrrp.bfd.packet;

/** {@code bfd.SessionState} (RFC 5880 4.1, 6.8.1). */
public enum SessionState {
    /** Taken down by a person, or by a director that stops. */
    ADMIN_DOWN(0, "AdminDown"),
    /** The other side is not heard, or does not hear us. */
    DOWN(1, "Down"),
    /** The other side is heard, and has not yet said that it hears us. */
    INIT(2, "Init"),
    /** Both sides hear each other. */
    UP(3, "Up");

    private static final SessionState[] BY_NUMBER = {ADMIN_DOWN, DOWN, INIT, UP};

    private final int number;
    private final String text;

    SessionState(int number, String text) {
        this.number = number;
        this.text = text;
    }

    /**
     * The state of this number.
     *
     * @param number 0 to 3
     */
    static SessionState of(int number) {
        return BY_NUMBER[number];
    }

    /** On the wire. */
    public int number() {
        return number;
    }

    /** As keepalived and the RFC write it: {@code AdminDown}. */
    public String text() {
        return text;
    }
}
