package dev.pollux.healthcheck.probe;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;

/** The end of a channel's pipeline: hands on what comes in. */
final class AnswerHandler extends SimpleChannelInboundHandler<ByteBuf> {

    /** Hears what a connection brings, in order; {@code ended} or {@code broken} is the last that counts. */
    interface Listener {

        /** The bytes are the listener's only during the call. */
        void received(ByteBuf bytes);

        /** The server closed its side. */
        void ended();

        void broken(String reason);
    }

    private final Listener listener;

    AnswerHandler(Listener listener) {
        this.listener = listener;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, ByteBuf bytes) {
        listener.received(bytes);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        listener.ended();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        listener.broken(ConnectError.words(cause));
    }
}
