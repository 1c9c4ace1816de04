package dev.pollux.director.logging;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.IoEventLoop;
import io.netty.channel.epoll.EpollDomainDatagramChannel;
import io.netty.channel.unix.DomainDatagramPacket;
import io.netty.channel.unix.DomainSocketAddress;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Sends datagrams to a local syslog. Each carries its destination, so that a syslog that was restarted gets the next one;
 * what cannot be sent is dropped, as there is nobody to tell.
 */
final class SyslogSocket implements Consumer<byte[]> {

    private final Channel channel;
    private final DomainSocketAddress destination;

    private SyslogSocket(Channel channel, DomainSocketAddress destination) {
        this.channel = channel;
        this.destination = destination;
    }

    /** Waits until the socket exists; not for use on {@code loop}. */
    static SyslogSocket open(IoEventLoop loop, Path path) {
        Channel channel = new Bootstrap()
                .group(loop)
                .channel(EpollDomainDatagramChannel.class)
                .handler(new ChannelInboundHandlerAdapter())
                .register()
                .syncUninterruptibly()
                .channel();
        return new SyslogSocket(channel, new DomainSocketAddress(path.toString()));
    }

    @Override
    public void accept(byte[] message) {
        ChannelFuture unused = channel.writeAndFlush(
                new DomainDatagramPacket(Unpooled.wrappedBuffer(message), destination), channel.voidPromise());
    }
}
