package dev.pollux.integration.network;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/** Frames sent in turn, one every {@code spacing}, for as long as something else goes on. */
public record Barrage(RawLink link, Duration spacing, List<byte[]> frames) {

    /** Runs {@code scene} under the barrage. */
    public void during(Runnable scene) {
        AtomicBoolean over = new AtomicBoolean();
        Thread thread = new Thread(() -> fire(over), "barrage");
        thread.start();
        try {
            scene.run();
        } finally {
            over.set(true);
            join(thread);
        }
    }

    private void fire(AtomicBoolean over) {
        for (int i = 0; !over.get(); i = (i + 1) % frames.size()) {
            link.send(frames.get(i));
            LockSupport.parkNanos(spacing.toNanos());
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
