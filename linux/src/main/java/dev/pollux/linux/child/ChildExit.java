package dev.pollux.linux.child;

/**
 * How a program ended.
 *
 * @param status what it returned, 0 to 255; -1: a signal ended it
 * @param signal the number of that signal; 0: none
 */
public record ChildExit(int status, int signal) {

    /** It did what it was to do. */
    public boolean successful() {
        return status == 0;
    }

    /** Completes "the program". */
    public String text() {
        return signal == 0 ? "exited with status " + status : "was ended by signal " + signal;
    }
}
