package dev.pollux.integration.network;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import jnr.ffi.LibraryLoader;

/** Takes this process's code into a network namespace. What a socket is opened in stays with it for good. */
public final class Visit {

    private static final int O_RDONLY = 0;
    private static final int CLONE_NEWNET = 0x40000000;

    private static final CLibrary C = LibraryLoader.create(CLibrary.class).load("c");

    private Visit() {}

    /** The C library functions used; names and arguments are the C library's. */
    public interface CLibrary {
        int open(String path, int flags);

        int setns(int descriptor, int type);

        int close(int descriptor);
    }

    /** Runs {@code errand} on a thread of its own that has entered the namespace ({@code setns(2)}). */
    public static <T> T inside(Namespace namespace, Callable<T> errand) {
        FutureTask<T> task = new FutureTask<>(() -> {
            enter(namespace);
            return errand.call();
        });
        new Thread(task, "visits " + namespace).start();
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void enter(Namespace namespace) {
        int file = C.open(namespace.path().toString(), O_RDONLY);
        if (file < 0 || C.setns(file, CLONE_NEWNET) != 0) {
            throw new IllegalStateException("cannot enter " + namespace);
        }
        C.close(file);
    }
}
