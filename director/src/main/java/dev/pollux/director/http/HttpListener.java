package dev.pollux.director.http;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.IoEventLoop;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.timeout.ReadTimeoutHandler;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** Serves pages on one address until its loop is shut down. */
public final class HttpListener {

    private static final int MAX_REQUEST = 8192;
    private static final int IDLE_SECONDS = 120;

    private final Channel channel;

    private HttpListener(Channel channel) {
        this.channel = channel;
    }

    /**
     * Begins to listen.
     *
     * @param pages by path, such as {@code /metrics}
     * @return completes exceptionally with the reason where the address cannot be bound
     */
    public static CompletionStage<HttpListener> open(
            IoEventLoop control, InetSocketAddress address, Map<String, Page.Source> pages) {
        Map<String, Page.Source> served = new TreeMap<>(pages);
        ChannelFuture bound = new ServerBootstrap()
                .group(control)
                .channel(EpollServerSocketChannel.class)
                .option(ChannelOption.SO_REUSEADDR, true)
                .childHandler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel connection) {
                        connection
                                .pipeline()
                                .addLast(new ReadTimeoutHandler(IDLE_SECONDS, TimeUnit.SECONDS))
                                .addLast(new HttpServerCodec())
                                .addLast(new HttpObjectAggregator(MAX_REQUEST))
                                .addLast(new PageHandler(served));
                    }
                })
                .bind(address);
        CompletableFuture<HttpListener> listener = new CompletableFuture<>();
        bound.addListener(done -> {
            if (done.isSuccess()) {
                listener.complete(new HttpListener(bound.channel()));
            } else {
                listener.completeExceptionally(done.cause());
            }
        });
        return listener;
    }

    /** Where it listens, with the port that the kernel chose where 0 was asked for. */
    public InetSocketAddress address() {
        return (InetSocketAddress) channel.localAddress();
    }
}
