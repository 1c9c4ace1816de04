package dev.pollux.linux.signal;

/**
 * A signal by its number on Linux (signal(7); the same on x86-64 and arm64).
 *
 * @param number 1 to 64
 */
public record Signal(int number) {

    public static final Signal HUP = new Signal(1);
    public static final Signal INT = new Signal(2);
    public static final Signal KILL = new Signal(9);
    public static final Signal USR1 = new Signal(10);
    public static final Signal USR2 = new Signal(12);
    public static final Signal TERM = new Signal(15);
    public static final Signal CHLD = new Signal(17);

    /** glibc keeps 32 and 33 for itself. */
    private static final int FIRST_REAL_TIME = 34;

    private static final int LAST = 64;

    public Signal {
        if (number < 1 || number > LAST) {
            throw new IllegalArgumentException("no signal has the number " + number);
        }
    }

    /** {@code SIGRTMIN + offset}. */
    public static Signal realTime(int offset) {
        return new Signal(FIRST_REAL_TIME + offset);
    }

    /** For example {@code SIGHUP} or {@code SIGRTMIN+2}. */
    @Override
    public String toString() {
        return switch (number) {
            case 1 -> "SIGHUP";
            case 2 -> "SIGINT";
            case 10 -> "SIGUSR1";
            case 12 -> "SIGUSR2";
            case 15 -> "SIGTERM";
            case 17 -> "SIGCHLD";
            default -> number < FIRST_REAL_TIME ? "signal " + number : "SIGRTMIN+" + (number - FIRST_REAL_TIME);
        };
    }
}
