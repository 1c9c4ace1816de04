package dev.pollux.director.metrics;

import static dev.pollux.director.metrics.Family.counter;
import static dev.pollux.director.metrics.Family.gauge;

import dev.pollux.director.mail.MailDesk;
import dev.pollux.director.notify.NotifyStatus;
import java.util.ArrayList;
import java.util.List;

/** Samples of how telling the outside goes. */
public final class NotifySamples {

    static final Family SCRIPTS_WAITING =
            gauge("pollux_notify_scripts_waiting", "Subjects whose newest notify scripts wait for older ones to end");
    static final Family SUPERSEDED = counter(
            "pollux_notify_superseded_total",
            "Events whose notify scripts were not run because a newer event came before it was their turn");
    static final Family LINES = counter("pollux_notify_fifo_lines_total", "Lines written to a FIFO", "fifo");
    static final Family LOST =
            counter("pollux_notify_fifo_lost_total", "Lines that no reader of a FIFO will see", "fifo");
    static final Family WAITING =
            gauge("pollux_notify_fifo_waiting", "Lines that wait for the reader of a FIFO to make room", "fifo");
    static final Family MAIL_SENT = counter("pollux_mail_sent_total", "Mail that the SMTP server took");
    static final Family MAIL_FAILED = counter("pollux_mail_failures_total", "Mail that was lost");
    static final Family MAIL_WAITING = gauge("pollux_mail_waiting", "Mail that waits to be sent");

    private NotifySamples() {}

    static List<Family> families() {
        return List.of(SCRIPTS_WAITING, SUPERSEDED, LINES, LOST, WAITING, MAIL_SENT, MAIL_FAILED, MAIL_WAITING);
    }

    /** Samples of scripts, FIFOs and mail. */
    public static List<Sample> of(NotifyStatus status, MailDesk mail) {
        List<Sample> samples = new ArrayList<>();
        samples.add(SCRIPTS_WAITING.sample(status.waiting()));
        samples.add(SUPERSEDED.sample(status.superseded()));
        for (NotifyStatus.FifoStatus fifo : status.fifos()) {
            samples.add(LINES.sample(fifo.written(), fifo.path()));
            samples.add(LOST.sample(fifo.lost(), fifo.path()));
            samples.add(WAITING.sample(fifo.waiting(), fifo.path()));
        }
        samples.add(MAIL_SENT.sample(mail.sent()));
        samples.add(MAIL_FAILED.sample(mail.failed()));
        samples.add(MAIL_WAITING.sample(mail.waiting()));
        return samples;
    }
}
