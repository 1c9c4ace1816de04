package dev.pollux.linux.event;

/** A descriptor's place on an event loop. */
public interface Registration extends AutoCloseable {

    /**
     * Takes the descriptor off its loop: no call of the handler begins after this returns. Close the descriptor only then.
     * From a thread that is not the loop's it waits for the loop. A second call does nothing.
     */
    @Override
    void close();
}
