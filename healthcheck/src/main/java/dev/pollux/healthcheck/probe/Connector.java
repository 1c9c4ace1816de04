package dev.pollux.healthcheck.probe;

import dev.pollux.grammar.model.CheckConnection;
import io.netty.channel.Channel;
import io.netty.channel.ChannelConfig;
import io.netty.channel.ChannelException;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.socket.SocketProtocolFamily;
import io.netty.channel.unix.IntegerUnixChannelOption;
import io.netty.channel.unix.RawUnixChannelOption;
import java.net.Inet4Address;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Opens TCP connections as one checker's connection settings want them: from a given address, port or interface, with a
 * firewall mark. It sets no time limit.
 */
final class Connector {

    private static final int SOL_SOCKET = 1;
    /** Longest interface name and its terminating zero, IFNAMSIZ of linux/if.h. */
    private static final int INTERFACE_NAME_SIZE = 16;

    private static final IntegerUnixChannelOption SO_MARK = new IntegerUnixChannelOption("SO_MARK", SOL_SOCKET, 36);
    private static final RawUnixChannelOption SO_BINDTODEVICE =
            new RawUnixChannelOption("SO_BINDTODEVICE", SOL_SOCKET, 25, INTERFACE_NAME_SIZE);

    private final EventLoop loop;
    private final CheckConnection settings;

    Connector(EventLoop loop, CheckConnection settings) {
        this.loop = loop;
        this.settings = settings;
    }

    /**
     * Begins to connect.
     *
     * @param handlers the channel's pipeline
     * @return the channel, to be closed by the caller; null if the listener has already heard that there is none
     */
    @Nullable
    Channel connect(List<ChannelHandler> handlers, ConnectListener listener) {
        EpollSocketChannel channel;
        try {
            channel = new EpollSocketChannel(
                    settings.address() instanceof Inet4Address
                            ? SocketProtocolFamily.INET
                            : SocketProtocolFamily.INET6);
        } catch (ChannelException e) {
            listener.notTried("socket create", reason(e));
            return null;
        }
        try {
            configure(channel.config());
        } catch (ChannelException e) {
            channel.unsafe().closeForcibly();
            listener.notTried("socket option", reason(e));
            return null;
        }
        handlers.forEach(channel.pipeline()::addLast);
        loop.register(channel).addListener((ChannelFuture registered) -> {
            if (registered.isSuccess()) {
                bind(channel, listener);
            } else {
                channel.unsafe().closeForcibly();
                listener.notTried("socket registration", ConnectError.words(cause(registered)));
            }
        });
        return channel;
    }

    private void configure(ChannelConfig config) {
        config.setConnectTimeoutMillis(0);
        if (settings.firewallMark() != 0) {
            config.setOption(SO_MARK, (int) settings.firewallMark());
        }
        if (settings.bindInterface() != null) {
            byte[] name = settings.bindInterface().getBytes(StandardCharsets.UTF_8);
            if (name.length >= INTERFACE_NAME_SIZE) {
                throw new ChannelException("interface name too long: " + settings.bindInterface());
            }
            config.setOption(
                    SO_BINDTODEVICE, ByteBuffer.allocate(INTERFACE_NAME_SIZE).put(0, name));
        }
        if (settings.bindPort() != 0) {
            // The port must be free again for the next check: nothing of this connection may linger in TIME_WAIT.
            config.setOption(ChannelOption.SO_REUSEADDR, true);
            config.setOption(ChannelOption.SO_LINGER, 0);
        } else if (settings.bindAddress() != null) {
            // The port is chosen in connect(2), where it need not be unique to this machine, only to the connection.
            config.setOption(EpollChannelOption.IP_BIND_ADDRESS_NO_PORT, true);
        }
    }

    private void bind(Channel channel, ConnectListener listener) {
        InetSocketAddress local = localAddress();
        if (local == null) {
            connect(channel, listener);
            return;
        }
        channel.bind(local).addListener((ChannelFuture bound) -> {
            if (bound.isSuccess()) {
                connect(channel, listener);
            } else {
                channel.unsafe().close(channel.voidPromise());
                listener.notTried("socket bind", ConnectError.words(cause(bound)));
            }
        });
    }

    private @Nullable InetSocketAddress localAddress() {
        if (settings.bindAddress() == null && settings.bindPort() == 0) {
            return null;
        }
        return settings.bindAddress() == null
                ? new InetSocketAddress(settings.bindPort())
                : new InetSocketAddress(settings.bindAddress(), settings.bindPort());
    }

    private void connect(Channel channel, ConnectListener listener) {
        InetSocketAddress server = new InetSocketAddress(settings.address(), settings.port());
        channel.connect(server).addListener((ChannelFuture connected) -> {
            if (connected.isSuccess()) {
                listener.connected(channel);
                return;
            }
            channel.unsafe().close(channel.voidPromise());
            ConnectError error = ConnectError.ofConnect(cause(connected));
            if (error.blame() == ConnectError.Blame.LOCAL) {
                listener.notTried("socket connect", error.reason());
            } else {
                listener.refused(error);
            }
        });
    }

    private static Throwable cause(ChannelFuture failed) {
        Throwable cause = failed.cause();
        return cause == null ? new ChannelException("cancelled") : cause;
    }

    /** Netty wraps the system's error into an exception of its own. */
    private static String reason(ChannelException e) {
        return ConnectError.words(e.getCause() == null ? e : e.getCause());
    }
}
