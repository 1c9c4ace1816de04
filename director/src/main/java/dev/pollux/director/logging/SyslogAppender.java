package dev.pollux.director.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.AppenderBase;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.function.Consumer;

/**
 * Makes RFC 3164 messages of log events. What in keepalived are processes with a name each are packages here, so the
 * message's tag comes from the logger.
 */
final class SyslogAppender extends AppenderBase<ILoggingEvent> {

    private static final int ERROR = 3;
    private static final int WARNING = 4;
    private static final int INFO = 6;
    private static final int DEBUG = 7;

    private final Timestamp timestamp = new Timestamp(ZoneId.systemDefault());
    private final int facility;
    private final long processId = ProcessHandle.current().pid();
    private final Consumer<byte[]> datagrams;

    /**
     * An appender.
     *
     * @param facility 0 to 23
     * @param datagrams takes one message at a time and does not wait
     */
    SyslogAppender(int facility, Consumer<byte[]> datagrams) {
        this.facility = facility;
        this.datagrams = datagrams;
    }

    @Override
    protected void append(ILoggingEvent event) {
        StringBuilder message = new StringBuilder(128);
        message.append('<').append(facility * 8 + severity(event.getLevel())).append('>');
        message.append(timestamp.syslog(event.getTimeStamp())).append(' ');
        message.append(tag(event.getLoggerName())).append('[').append(processId).append("]: ");
        message.append(event.getFormattedMessage());
        IThrowableProxy thrown = event.getThrowableProxy();
        if (thrown != null) {
            message.append(": ").append(thrown.getClassName()).append(": ").append(thrown.getMessage());
        }
        datagrams.accept(message.toString().getBytes(StandardCharsets.UTF_8));
    }

    static String tag(String logger) {
        if (logger.startsWith("dev.pollux.vrrp")) {
            return "Pollux_vrrp";
        }
        return logger.startsWith("dev.pollux.healthcheck") || logger.startsWith("dev.pollux.ipvs")
                ? "Pollux_healthcheckers"
                : "Pollux";
    }

    private static int severity(Level level) {
        if (level.isGreaterOrEqual(Level.ERROR)) {
            return ERROR;
        }
        if (level.isGreaterOrEqual(Level.WARN)) {
            return WARNING;
        }
        return level.isGreaterOrEqual(Level.INFO) ? INFO : DEBUG;
    }
}
