package dev.pollux.linux.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import jnr.ffi.LibraryLoader;

/**
 * A private network namespace with lo up: a thread after {@code unshare(CLONE_NEWNET)}. Sockets opened, threads and
 * processes started by that thread are in it. It disappears when the thread has ended and its sockets are closed.
 *
 * <p>Needs root; without it the test is skipped and says so.
 *
 * <pre>{@code
 * try (NetworkNamespace left = NetworkNamespace.open(); NetworkNamespace right = NetworkNamespace.open()) {
 *     left.connect("eth0", right, "eth0");
 *     left.ip("address add 192.0.2.1/24 dev eth0");
 *     RawIpSocket socket = left.call(() -> RawIpSocket.open(StandardProtocolFamily.INET, 112));
 *     ...
 * }
 * }</pre>
 */
public final class NetworkNamespace implements AutoCloseable {

    private static final int CLONE_NEWNET = 0x4000_0000;

    private final ExecutorService thread = Executors.newSingleThreadExecutor(NetworkNamespace::thread);
    private final int threadId;

    private NetworkNamespace() {
        threadId = call(NetworkNamespace::enter);
        ip("link set lo up");
    }

    /** A new namespace; skips the test where the user may not make one. */
    public static NetworkNamespace open() {
        assumeTrue(isRoot(), "SKIPPED: needs root, to make a network namespace with unshare(2)");
        return new NetworkNamespace();
    }

    /** Runs the body in a fresh namespace of its own. */
    public static void runIn(Body body) {
        try (NetworkNamespace namespace = open()) {
            namespace.run(body);
        }
    }

    /** Runs the body on the namespace's thread and waits for it. */
    public void run(Body body) {
        call(() -> {
            body.run();
            return "";
        });
    }

    /** Gives what the body gives on the namespace's thread. */
    public <T> T call(Callable<T> body) {
        try {
            return thread.submit(body).get();
        } catch (ExecutionException e) {
            throw unwrap(e.getCause() == null ? e : e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Runs {@code ip} with these words, split at blanks, inside. Gives its output; fails when it fails. */
    public String ip(String words) {
        return command("ip " + words);
    }

    /** Runs a command, split at blanks, inside. Gives its output; fails when it fails. */
    public String command(String words) {
        return call(() -> execute(List.of(words.split(" ", -1))));
    }

    /** A veth pair between this namespace and another (or the same), both ends up. */
    public void connect(String name, NetworkNamespace other, String otherName) {
        ip("link add " + name + " type veth peer name " + otherName
                + (other == this ? "" : " netns " + other.threadId));
        ip("link set " + name + " up");
        other.ip("link set " + otherName + " up");
    }

    /** The index of an interface inside. */
    public int interfaceIndex(String name) {
        String line = ip("-oneline link show dev " + name);
        return Integer.parseInt(line.substring(0, line.indexOf(':')));
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "test-netns");
        thread.setDaemon(true);
        return thread;
    }

    private static int enter() throws IOException {
        int result = LibraryLoader.create(Unshare.class).load("c").unshare(CLONE_NEWNET);
        if (result != 0) {
            throw new IllegalStateException("unshare(CLONE_NEWNET) failed");
        }
        // "<pid>/task/<tid>": what iproute2 takes for "netns".
        return Integer.parseInt(Files.readSymbolicLink(Path.of("/proc/thread-self"))
                .getFileName()
                .toString());
    }

    private static String execute(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(String.join(" ", command) + ": " + output);
        }
        return output;
    }

    private static boolean isRoot() {
        try {
            return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Assertions and unchecked exceptions go to the test as they are. */
    private static RuntimeException unwrap(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        return failure instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(failure);
    }

    /** What runs inside. */
    @FunctionalInterface
    public interface Body {
        void run() throws Exception;
    }

    /** unshare(2), which only tests need. */
    public interface Unshare {
        int unshare(int flags);
    }
}
