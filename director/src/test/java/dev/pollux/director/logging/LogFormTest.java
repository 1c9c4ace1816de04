package dev.pollux.director.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogFormTest {

    private final LoggerContext context = new LoggerContext();

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T10:00:00.999Z, Fri Nov 20 10:00:00 2026",
        "2026-11-05T09:08:07Z, Thu Nov  5 09:08:07 2026",
        "2024-02-29T23:59:59Z, Thu Feb 29 23:59:59 2024"
    })
    void timeAsKeepalivedWritesIt(String instant, String text) {
        Timestamp timestamp = new Timestamp(ZoneId.of("UTC"));
        assertThat(timestamp.console(Instant.parse(instant).toEpochMilli())).isEqualTo(text);
        assertThat(timestamp.syslog(Instant.parse(instant).toEpochMilli())).isEqualTo(text.substring(4, 19));
    }

    @Test
    void consoleLine() {
        LineLayout layout = new LineLayout();
        assertThat(layout.doLayout(event("dev.pollux.vrrp.x", Level.INFO, "(VI_1) Entering MASTER STATE")))
                .matches("\\w{3} \\w{3} [ \\d]\\d \\d\\d:\\d\\d:\\d\\d \\d{4}: \\(VI_1\\) Entering MASTER STATE\n");
    }

    @ParameterizedTest
    @CsvSource({
        "dev.pollux.vrrp.VirtualRouter, Pollux_vrrp",
        "dev.pollux.healthcheck.Checker, Pollux_healthcheckers",
        "dev.pollux.ipvs.Reconciler, Pollux_healthcheckers",
        "dev.pollux.director.Director, Pollux"
    })
    void syslogTag(String logger, String tag) {
        assertThat(SyslogAppender.tag(logger)).isEqualTo(tag);
    }

    @ParameterizedTest
    @CsvSource({"ERROR, 3, 27", "WARN, 3, 28", "INFO, 3, 30", "DEBUG, 16, 135"})
    void syslogPriorityIsFacilityAndSeverity(String level, int facility, int priority) {
        List<String> sent = new ArrayList<>();
        SyslogAppender appender =
                new SyslogAppender(facility, bytes -> sent.add(new String(bytes, StandardCharsets.UTF_8)));
        appender.setContext(context);
        appender.start();
        appender.doAppend(event("dev.pollux.vrrp.x", Level.toLevel(level), "hello"));
        assertThat(sent)
                .singleElement()
                .asString()
                .startsWith("<" + priority + ">")
                .endsWith(" Pollux_vrrp[" + ProcessHandle.current().pid() + "]: hello");
    }

    private LoggingEvent event(String logger, Level level, String message) {
        return new LoggingEvent("", context.getLogger(logger), level, message, null, null);
    }
}
