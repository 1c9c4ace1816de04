package dev.pollux.grammar.text;

import dev.pollux.grammar.model.BodyPattern;
import dev.pollux.grammar.model.HttpCheck;
import dev.pollux.grammar.model.HttpCheck.TlsQuestion;
import dev.pollux.grammar.model.HttpUrl;
import java.util.stream.Collectors;

/** What is special to {@code HTTP_GET} and {@code SSL_GET}. */
final class HttpText {

    private final Lines lines;

    HttpText(Lines lines) {
        this.lines = lines;
    }

    void write(HttpCheck check) {
        lines.line("http_protocol "
                + switch (check.protocol()) {
                    case HTTP_1_0 -> "1.0";
                    case HTTP_1_0_CLOSE -> "1.0C";
                    case HTTP_1_1 -> "1.1";
                });
        lines.onOff("fast_recovery", check.fastRecovery());
        TlsQuestion tls = check.tls();
        if (tls != null) {
            if (tls.serverName() != null) {
                lines.word("sni_name", tls.serverName());
            }
            lines.onOff("enable_sni", tls.namesServer());
        }
        check.urls().forEach(url -> url(url, tls != null));
    }

    private void url(HttpUrl url, boolean tls) {
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
            if (url.pattern() != null) {
                pattern(url.pattern());
            }
            if (tls) {
                lines.onOff("tls_compliant", url.closesTls());
            }
        });
    }

    private void pattern(BodyPattern pattern) {
        lines.line("regex " + ScriptText.quoted(pattern.expression()));
        lines.flag("regex_no_match", pattern.mustNotMatch());
        if (!pattern.options().isEmpty()) {
            lines.line("regex_options " + String.join(" ", pattern.options()));
        }
        lines.number("regex_min_offset", pattern.minOffset());
        lines.number("regex_max_offset", pattern.maxOffset());
    }
}
