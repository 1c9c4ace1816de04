package dev.pollux.linux.event;

/** Hears how late timers fire: the program's own proof that it does not pause. Called on the timer's loop. */
@FunctionalInterface
public interface LatenessListener {

    /** For timers nobody watches. */
    LatenessListener NONE = nanos -> {};

    /** A timer expired this many nanoseconds after its deadline; never negative. */
    void expired(long latenessNanos);
}
