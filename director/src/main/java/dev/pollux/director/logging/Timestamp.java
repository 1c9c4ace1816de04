package dev.pollux.director.logging;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** A second of the wall clock as C's asctime writes it. Remembers the last one, since most lines come in bursts. */
final class Timestamp {

    private static final String[] DAYS = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    private static final String[] MONTHS = {
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"
    };

    private final ZoneId zone;
    private long second = Long.MIN_VALUE;
    private String console = "";
    private String syslog = "";

    Timestamp(ZoneId zone) {
        this.zone = zone;
    }

    /** {@code Thu Nov  5 10:00:00 2026}. */
    String console(long epochMillis) {
        refresh(epochMillis);
        return console;
    }

    /** {@code Nov  5 10:00:00} (RFC 3164 4.1.2). */
    String syslog(long epochMillis) {
        refresh(epochMillis);
        return syslog;
    }

    private void refresh(long epochMillis) {
        long now = Math.floorDiv(epochMillis, 1000L);
        if (now == second) {
            return;
        }
        second = now;
        ZonedDateTime time = Instant.ofEpochSecond(now).atZone(zone);
        StringBuilder text = new StringBuilder(24);
        text.append(MONTHS[time.getMonthValue() - 1]).append(' ');
        text.append(time.getDayOfMonth() < 10 ? " " : "")
                .append(time.getDayOfMonth())
                .append(' ');
        twoDigits(text, time.getHour()).append(':');
        twoDigits(text, time.getMinute()).append(':');
        twoDigits(text, time.getSecond());
        syslog = text.toString();
        console = DAYS[time.getDayOfWeek().getValue() - 1] + " " + syslog + " " + time.getYear();
    }

    private static StringBuilder twoDigits(StringBuilder text, int value) {
        return text.append((char) ('0' + value / 10)).append((char) ('0' + value % 10));
    }
}
