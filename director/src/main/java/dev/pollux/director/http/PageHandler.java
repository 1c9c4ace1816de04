package dev.pollux.director.http;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers the requests of one connection. */
final class PageHandler extends SimpleChannelInboundHandler<FullHttpRequest> {

    private static final Logger LOG = LoggerFactory.getLogger(PageHandler.class);

    private final Site site;

    PageHandler(Site site) {
        this.site = site;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
        boolean keepAlive =
                HttpUtil.isKeepAlive(request) && request.decoderResult().isSuccess();
        boolean headOnly = request.method().equals(HttpMethod.HEAD);
        Page.Action action =
                request.method().equals(HttpMethod.POST) ? site.actions().get(path(request)) : null;
        if (action == null) {
            send(context, answer(request), keepAlive, headOnly);
            return;
        }
        act(action, request.content().toString(StandardCharsets.UTF_8))
                .whenComplete((page, failure) -> context.executor()
                        .execute(() -> send(
                                context,
                                failure == null ? respond(HttpResponseStatus.OK, page) : refusal(request, failure),
                                keepAlive,
                                headOnly)));
    }

    private static CompletionStage<Page> act(Page.Action action, String body) {
        try {
            return action.act(body);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private static FullHttpResponse refusal(FullHttpRequest request, Throwable failure) {
        if (failure instanceof IllegalArgumentException) {
            return text(HttpResponseStatus.BAD_REQUEST, failure.getMessage() + "\n");
        }
        LOG.error("Cannot do {}", request.uri(), failure);
        return text(HttpResponseStatus.INTERNAL_SERVER_ERROR, "The log says why.\n");
    }

    private static void send(
            ChannelHandlerContext context, FullHttpResponse response, boolean keepAlive, boolean headOnly) {
        response.headers()
                .set(HttpHeaderNames.CONTENT_LENGTH, response.content().readableBytes());
        if (headOnly) {
            response.content().clear();
        }
        HttpUtil.setKeepAlive(response, keepAlive);
        ChannelFuture written = context.writeAndFlush(response);
        if (!keepAlive) {
            ChannelFuture unused = written.addListener(ChannelFutureListener.CLOSE);
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        LOG.debug("HTTP connection of {}: {}", context.channel().remoteAddress(), cause.toString());
        ChannelFuture unused = context.close();
    }

    private FullHttpResponse answer(FullHttpRequest request) {
        if (!request.decoderResult().isSuccess()) {
            return text(HttpResponseStatus.BAD_REQUEST, "This is not HTTP.\n");
        }
        if (!request.method().equals(HttpMethod.GET) && !request.method().equals(HttpMethod.HEAD)) {
            return text(HttpResponseStatus.METHOD_NOT_ALLOWED, "Only GET and HEAD.\n");
        }
        Page.Source source = site.pages().get(path(request));
        if (source == null) {
            return text(
                    HttpResponseStatus.NOT_FOUND,
                    "There is: " + String.join(" ", site.pages().keySet()) + "\n");
        }
        try {
            return respond(HttpResponseStatus.OK, source.make(request.headers().get(HttpHeaderNames.ACCEPT)));
        } catch (RuntimeException e) {
            LOG.error("Cannot make the page {}", request.uri(), e);
            return text(HttpResponseStatus.INTERNAL_SERVER_ERROR, "The log says why.\n");
        }
    }

    private static String path(FullHttpRequest request) {
        return request.uri().replaceFirst("\\?.*", "");
    }

    private static FullHttpResponse text(HttpResponseStatus status, String body) {
        return respond(status, new Page("text/plain; charset=utf-8", body));
    }

    private static FullHttpResponse respond(HttpResponseStatus status, Page page) {
        FullHttpResponse response = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1, status, Unpooled.copiedBuffer(page.body(), StandardCharsets.UTF_8));
        response.headers().set(HttpHeaderNames.CONTENT_TYPE, page.contentType());
        return response;
    }
}
