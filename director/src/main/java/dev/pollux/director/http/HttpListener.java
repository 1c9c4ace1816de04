package dev.pollux.director.http;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.IoEventLoop;
import io.netty.channel.epoll.EpollServerDomainSocketChannel;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.unix.DomainSocketAddress;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.timeout.ReadTimeoutHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** Serves a site on one address, or on a UNIX socket, until its loop is shut down. */
public final class HttpListener {

    private static final int MAX_REQUEST = 8192;
    /** Room for thousands of commands. */
    private static final int MAX_COMMANDS = 4 * 1024 * 1024;

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
        return opened(bootstrap(control, new Site(pages, Map.of()), MAX_REQUEST)
                .channel(EpollServerSocketChannel.class)
                .option(ChannelOption.SO_REUSEADDR, true)
                .bind(address));
    }

    /**
     * Begins to listen on a UNIX socket that only its owner may use. One that a dead process left is replaced.
     *
     * @return completes exceptionally with the reason where there can be none
     */
    public static CompletionStage<HttpListener> openLocal(IoEventLoop control, Path socket, Site site) {
        try {
            Path fresh = socket.resolveSibling(socket.getFileName() + ".new");
            Files.createDirectories(
                    Objects.requireNonNull(socket.toAbsolutePath().getParent()));
            Files.deleteIfExists(fresh);
            ChannelFuture bound = bootstrap(control, site, MAX_COMMANDS)
                    .channel(EpollServerDomainSocketChannel.class)
                    .bind(new DomainSocketAddress(fresh.toString()));
            // Put in place when nobody else can use it any more.
            return opened(bound).thenApply(listener -> {
                try {
                    Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-------"));
                    Files.move(fresh, socket, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                    return listener;
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (IOException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private static ServerBootstrap bootstrap(IoEventLoop control, Site site, int maxRequest) {
        return new ServerBootstrap().group(control).childHandler(new ChannelInitializer<Channel>() {
            @Override
            protected void initChannel(Channel connection) {
                connection
                        .pipeline()
                        .addLast(new ReadTimeoutHandler(IDLE_SECONDS, TimeUnit.SECONDS))
                        .addLast(new HttpServerCodec())
                        .addLast(new HttpObjectAggregator(maxRequest))
                        .addLast(new PageHandler(site));
            }
        });
    }

    private static CompletionStage<HttpListener> opened(ChannelFuture bound) {
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
