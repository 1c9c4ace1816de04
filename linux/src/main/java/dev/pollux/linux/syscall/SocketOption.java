package dev.pollux.linux.syscall;

/**
 * A socket option: its level, its number and the name that errors show.
 *
 * @param level {@code SOL_SOCKET}, {@code IPPROTO_IP}, {@code SOL_NETLINK}, ...
 */
public record SocketOption(int level, int number, String name) {

    /** {@code SO_SNDBUF}, bytes; the kernel doubles it and caps it at net.core.wmem_max (socket(7)). */
    public static final SocketOption SEND_BUFFER = socket(7, "SO_SNDBUF");

    /** {@code SO_RCVBUF}, bytes; the kernel doubles it and caps it at net.core.rmem_max (socket(7)). */
    public static final SocketOption RECEIVE_BUFFER = socket(8, "SO_RCVBUF");

    /** {@code SO_RCVBUFFORCE}: as {@link #RECEIVE_BUFFER} without the cap, for CAP_NET_ADMIN. */
    public static final SocketOption RECEIVE_BUFFER_FORCE = socket(33, "SO_RCVBUFFORCE");

    private static SocketOption socket(int number, String name) {
        return new SocketOption(SocketCalls.SOCKET_LEVEL, number, name);
    }
}
