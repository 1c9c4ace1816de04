package dev.pollux.healthcheck.probe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** A server on this machine that treats every connection as a test wants. */
public final class LoopbackServer implements AutoCloseable {

    /** What to do with one connection, which is closed afterwards. */
    @FunctionalInterface
    public interface Service {
        void serve(Socket connection) throws IOException;
    }

    private final ServerSocket socket;
    private final Service service;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Queue<IOException> broken = new ConcurrentLinkedQueue<>();
    private final AtomicInteger accepted = new AtomicInteger();

    public LoopbackServer(Service service) {
        this(0, service);
    }

    public LoopbackServer(int port, Service service) {
        this(listen(port), service);
    }

    /** Serves what this socket accepts. */
    public LoopbackServer(ServerSocket socket, Service service) {
        this.socket = socket;
        this.service = service;
        start(this::accept);
    }

    private static ServerSocket listen(int port) {
        try {
            return new ServerSocket(port, 1024, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** Connections accepted so far. */
    public int accepted() {
        return accepted.get();
    }

    /** Connections being served. */
    public int open() {
        return open.size();
    }

    /** What went wrong while serving, such as resets. */
    public Queue<IOException> broken() {
        return broken;
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (Socket connection : open) {
            connection.close();
        }
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "loopback-server");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                open.add(connection);
                accepted.incrementAndGet();
                start(() -> serve(connection));
            } catch (IOException e) {
                broken.add(e);
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            service.serve(connection);
        } catch (IOException e) {
            broken.add(e);
        } finally {
            open.remove(connection);
        }
    }
}
