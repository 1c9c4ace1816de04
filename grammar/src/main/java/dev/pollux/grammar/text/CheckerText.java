package dev.pollux.grammar.text;

import dev.pollux.grammar.model.CheckConnection;
import dev.pollux.grammar.model.CheckTiming;
import dev.pollux.grammar.model.Checker;
import dev.pollux.grammar.model.Checker.HttpCheck;
import dev.pollux.grammar.model.Checker.HttpUrl;
import java.util.stream.Collectors;

/** The checkers of a real server. */
final class CheckerText {

    private final Lines lines;

    CheckerText(Lines lines) {
        this.lines = lines;
    }

    void write(Checker checker) {
        String keyword = checker instanceof HttpCheck http ? http.tls() ? "SSL_GET" : "HTTP_GET" : "TCP_CHECK";
        lines.block(keyword, () -> {
            timing(checker.timing());
            connection(checker.connection());
            if (checker instanceof HttpCheck http) {
                lines.line("http_protocol "
                        + switch (http.protocol()) {
                            case HTTP_1_0 -> "1.0";
                            case HTTP_1_0_CLOSE -> "1.0C";
                            case HTTP_1_1 -> "1.1";
                        });
                http.urls().forEach(this::url);
            }
        });
    }

    private void timing(CheckTiming timing) {
        lines.seconds("delay_loop", timing.delayLoop());
        lines.number("retry", timing.retry());
        lines.seconds("delay_before_retry", timing.delayBeforeRetry());
        lines.seconds("warmup", timing.warmup());
        lines.onOff("alpha", timing.alpha());
        lines.onOff("log_all_failures", timing.logAllFailures());
    }

    private void connection(CheckConnection connection) {
        lines.address("connect_ip", connection.address());
        if (connection.port() != 0) {
            lines.number("connect_port", connection.port());
        }
        lines.seconds("connect_timeout", connection.timeout());
        if (connection.bindAddress() != null) {
            lines.address("bindto", connection.bindAddress());
        }
        if (connection.bindPort() != 0) {
            lines.number("bind_port", connection.bindPort());
        }
        if (connection.bindInterface() != null) {
            lines.word("bind_if", connection.bindInterface());
        }
        if (connection.firewallMark() != 0) {
            lines.number("fwmark", connection.firewallMark());
        }
    }

    private void url(HttpUrl url) {
        lines.block("url", () -> {
            lines.word("path", url.path());
            if (url.virtualHost() != null) {
                lines.word("virtualhost", url.virtualHost());
            }
            lines.line("status_code "
                    + url.statusCodes().stream()
                            .map(range -> range.first() + "-" + range.last())
                            .collect(Collectors.joining(" ")));
            if (url.digest() != null) {
                lines.line("digest " + url.digest());
            }
        });
    }
}
