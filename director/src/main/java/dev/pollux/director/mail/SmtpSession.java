package dev.pollux.director.mail;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.IoEventLoop;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.handler.codec.smtp.DefaultLastSmtpContent;
import io.netty.handler.codec.smtp.SmtpRequestEncoder;
import io.netty.handler.codec.smtp.SmtpRequests;
import io.netty.handler.codec.smtp.SmtpResponse;
import io.netty.handler.codec.smtp.SmtpResponseDecoder;
import io.netty.handler.timeout.ReadTimeoutException;
import io.netty.handler.timeout.ReadTimeoutHandler;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** One message handed to an SMTP server (RFC 5321): HELO, MAIL, RCPT for each recipient, DATA, QUIT. */
final class SmtpSession extends SimpleChannelInboundHandler<SmtpResponse> {

    private static final int MAX_LINE = 2048;
    private static final int GREETING = 220;
    private static final int DONE = 250;
    private static final int WILL_FORWARD = 251;
    private static final int GO_ON = 354;

    private final Letter letter;
    private final Deque<String> recipients;
    private final CompletableFuture<Void> sent = new CompletableFuture<>();
    private Step step = Step.GREETING;

    private SmtpSession(Letter letter) {
        this.letter = letter;
        this.recipients = new ArrayDeque<>(letter.recipients());
    }

    /**
     * What is sent.
     *
     * @param helo what we call ourselves
     * @param text headers and body, dots doubled
     */
    record Letter(String helo, String from, List<String> recipients, String text) {
        Letter {
            recipients = List.copyOf(recipients);
        }
    }

    private enum Step {
        GREETING,
        HELO,
        MAIL,
        RECIPIENT,
        DATA,
        CONTENT,
        QUIT
    }

    /** Sends it; completes exceptionally where the server does not answer in time, or refuses. */
    static CompletableFuture<Void> send(IoEventLoop loop, InetSocketAddress server, Duration timeout, Letter letter) {
        SmtpSession session = new SmtpSession(letter);
        new Bootstrap()
                .group(loop)
                .channel(EpollSocketChannel.class)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) timeout.toMillis())
                .handler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel connection) {
                        connection
                                .pipeline()
                                .addLast(new ReadTimeoutHandler(timeout.toMillis(), TimeUnit.MILLISECONDS))
                                .addLast(new SmtpRequestEncoder())
                                .addLast(new SmtpResponseDecoder(MAX_LINE))
                                .addLast(session);
                    }
                })
                .connect(server)
                .addListener(connected -> {
                    if (!connected.isSuccess()) {
                        session.sent.completeExceptionally(connected.cause());
                    }
                });
        return session.sent;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, SmtpResponse response) {
        int code = response.code();
        switch (step) {
            case GREETING -> {
                if (expect(context, response, code == GREETING)) {
                    step = Step.HELO;
                    say(context, SmtpRequests.helo(letter.helo()));
                }
            }
            case HELO -> {
                if (expect(context, response, code == DONE)) {
                    step = Step.MAIL;
                    say(context, SmtpRequests.mail(letter.from()));
                }
            }
            case MAIL, RECIPIENT -> {
                if (expect(context, response, code == DONE || code == WILL_FORWARD)) {
                    recipientOrData(context);
                }
            }
            case DATA -> {
                if (expect(context, response, code == GO_ON)) {
                    step = Step.CONTENT;
                    say(
                            context,
                            new DefaultLastSmtpContent(Unpooled.copiedBuffer(letter.text(), StandardCharsets.UTF_8)));
                }
            }
            case CONTENT -> {
                if (expect(context, response, code == DONE)) {
                    sent.complete(null);
                    step = Step.QUIT;
                    say(context, SmtpRequests.quit());
                }
            }
            case QUIT -> end(context);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        sent.completeExceptionally(new ConnectException("the server ended the connection at " + step));
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        sent.completeExceptionally(
                cause instanceof ReadTimeoutException ? new ConnectException("no answer in time at " + step) : cause);
        end(context);
    }

    private void recipientOrData(ChannelHandlerContext context) {
        String recipient = recipients.poll();
        if (recipient == null) {
            step = Step.DATA;
            say(context, SmtpRequests.data());
        } else {
            step = Step.RECIPIENT;
            say(context, SmtpRequests.rcpt(recipient));
        }
    }

    private boolean expect(ChannelHandlerContext context, SmtpResponse response, boolean expected) {
        if (!expected) {
            sent.completeExceptionally(new ConnectException(
                    "the server answered " + response.code() + " " + response.details() + " at " + step));
            end(context);
        }
        return expected;
    }

    /** A failure to write ends the connection, which is heard of. */
    private static void say(ChannelHandlerContext context, Object what) {
        ChannelFuture unused = context.writeAndFlush(what);
    }

    private static void end(ChannelHandlerContext context) {
        ChannelFuture unused = context.close();
    }
}
