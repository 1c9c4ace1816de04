package dev.pollux.linux.processes;

import dev.pollux.linux.netlink.NetlinkConnection;
import dev.pollux.linux.netlink.NetlinkListener;
import dev.pollux.linux.netlink.NetlinkSubscription;
import io.netty.channel.IoEventLoop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * Who comes and goes on this machine. The kernel tells it with CAP_NET_ADMIN and in its first network and process namespaces
 * only: in others opening fails, or nothing ever comes.
 */
public final class ProcessEvents implements AutoCloseable {

    private static final int RECEIVE_BUFFER = 1024 * 1024;
    private static final NetlinkSubscription SUBSCRIPTION =
            new NetlinkSubscription(NetlinkConnection.CONNECTOR, List.of(ProcessEventCodec.GROUP), RECEIVE_BUFFER);

    private static final Long FIRST_USER_NAMESPACE = 0xEFFFFFFDL;
    private static final Long FIRST_PROCESS_NAMESPACE = 0xEFFFFFFCL;

    private final NetlinkListener listener;

    private ProcessEvents(NetlinkListener listener) {
        this.listener = listener;
    }

    /** Whether this process is where the kernel tells: its numbers of the first namespaces never change (linux/proc_ns.h). */
    public static boolean available() {
        return FIRST_PROCESS_NAMESPACE.equals(namespace("pid")) && FIRST_USER_NAMESPACE.equals(namespace("user"));
    }

    private static Object namespace(String kind) {
        try {
            return Files.getAttribute(Path.of("/proc/self/ns", kind), "unix:ino");
        } catch (IOException e) {
            return "unknown";
        }
    }

    /**
     * Begins to listen; both handlers run on the loop.
     *
     * @param onLost the kernel dropped events: look who runs
     * @throws dev.pollux.linux.syscall.SystemCallException where the kernel refuses
     */
    public static ProcessEvents open(IoEventLoop loop, Consumer<ProcessEvent> onEvent, Runnable onLost) {
        NetlinkListener listener = NetlinkListener.open(
                loop, SUBSCRIPTION, message -> ProcessEventCodec.decode(message).ifPresent(onEvent), onLost);
        try {
            listener.tell(ProcessEventCodec.listen());
            return new ProcessEvents(listener);
        } catch (RuntimeException e) {
            listener.close();
            throw e;
        }
    }

    @Override
    public void close() {
        listener.close();
    }
}
