package dev.pollux.director.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.LayoutBase;
import java.time.ZoneId;

/** keepalived's console line: {@code Thu Nov  5 10:00:00 2026: (VI_1) Entering MASTER STATE}. */
final class LineLayout extends LayoutBase<ILoggingEvent> {

    private final Timestamp timestamp = new Timestamp(ZoneId.systemDefault());

    @Override
    public String doLayout(ILoggingEvent event) {
        String line = timestamp.console(event.getTimeStamp()) + ": " + event.getFormattedMessage() + "\n";
        IThrowableProxy thrown = event.getThrowableProxy();
        return thrown == null ? line : line + ThrowableProxyUtil.asString(thrown);
    }
}
