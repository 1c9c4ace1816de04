package dev.pollux.director.mail;

import dev.pollux.grammar.model.NotificationSettings.Mail;
import dev.pollux.linux.process.KernelIdentity;
import io.netty.channel.IoEventLoop;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends mail, one message after the other; what cannot be sent is lost, as with keepalived, and counted. Owned by the
 * {@code control} loop.
 */
public final class MailDesk {

    private static final Logger LOG = LoggerFactory.getLogger(MailDesk.class);
    private static final int MOST_WAITING = 1000;
    private static final int FAREWELL_SECONDS = 2;

    private final IoEventLoop loop;
    private final Deque<MailText> waiting = new ArrayDeque<>();
    private @Nullable Mail settings;
    private String director = "";
    private boolean sending;
    private boolean failing;
    private long sent;
    private long failed;
    private CompletableFuture<Void> idle = CompletableFuture.completedFuture(null);

    public MailDesk(IoEventLoop loop) {
        this.loop = loop;
    }

    /**
     * Where to from now on.
     *
     * @param routerId null: the host name
     */
    public void use(@Nullable Mail next, @Nullable String routerId) {
        settings = next;
        director = routerId == null ? KernelIdentity.hostName() : routerId;
    }

    /** Messages that a server took. */
    public long sent() {
        return sent;
    }

    /** Messages that were lost. */
    public long failed() {
        return failed;
    }

    public int waiting() {
        return waiting.size();
    }

    /** Sends it, now or when those before it are gone. */
    public void send(MailText text) {
        assert loop.inEventLoop();
        Mail mail = settings;
        if (mail == null || (text.fault() && mail.withoutFaults())) {
            return;
        }
        if (waiting.size() == MOST_WAITING) {
            waiting.poll();
            failed++;
        }
        waiting.add(text);
        if (!sending) {
            idle = new CompletableFuture<>();
            sendNext();
        }
    }

    /** Completes when nothing waits any more, or after some seconds. */
    public CompletionStage<Void> finish() {
        return idle.copy()
                .completeOnTimeout(null, FAREWELL_SECONDS, TimeUnit.SECONDS)
                .thenRunAsync(() -> {}, loop);
    }

    private void sendNext() {
        MailText text = waiting.poll();
        Mail mail = settings;
        sending = text != null && mail != null;
        if (text == null || mail == null) {
            waiting.clear();
            idle.complete(null);
            return;
        }
        String host = KernelIdentity.hostName();
        String from = Objects.requireNonNullElse(mail.from(), "root@" + host);
        String message = text.message(
                new MailText.Envelope(director, from, mail.recipients()), ZonedDateTime.now(ZoneId.systemDefault()));
        SmtpSession.Letter letter =
                new SmtpSession.Letter(Objects.requireNonNullElse(mail.helo(), host), from, mail.recipients(), message);
        var unused = find(mail)
                .thenCompose(server -> SmtpSession.send(loop, server, mail.timeout(), letter))
                .whenCompleteAsync((done, failure) -> concluded(mail, failure), loop);
    }

    private void concluded(Mail mail, @Nullable Throwable failure) {
        if (failure == null) {
            sent++;
            failing = false;
            LOG.debug("SMTP alert successfully sent.");
        } else {
            failed++;
            if (!failing) {
                failing = true;
                Throwable cause = failure instanceof CompletionException wrapped && wrapped.getCause() != null
                        ? wrapped.getCause()
                        : failure;
                LOG.error("Cannot send mail by {}:{}: {}", mail.server(), mail.port(), cause.toString());
            }
        }
        sendNext();
    }

    /** A name service may take its time, so it is asked on a thread of its own. */
    private static CompletableFuture<InetSocketAddress> find(Mail mail) {
        CompletableFuture<InetSocketAddress> found = new CompletableFuture<>();
        Thread thread = new Thread(
                () -> {
                    try {
                        found.complete(new InetSocketAddress(InetAddress.getByName(mail.server()), mail.port()));
                    } catch (UnknownHostException e) {
                        found.completeExceptionally(e);
                    }
                },
                "mail-server-name");
        thread.setDaemon(true);
        thread.start();
        return found;
    }
}
