package dev.pollux.grammar.text;

import dev.pollux.grammar.model.BfdCheck;
import dev.pollux.grammar.model.BytePattern;
import dev.pollux.grammar.model.CheckConnection;
import dev.pollux.grammar.model.CheckTiming;
import dev.pollux.grammar.model.Checker;
import dev.pollux.grammar.model.DnsCheck;
import dev.pollux.grammar.model.FileCheck;
import dev.pollux.grammar.model.HttpCheck;
import dev.pollux.grammar.model.MiscCheck;
import dev.pollux.grammar.model.SmtpCheck;
import dev.pollux.grammar.model.Trackers.Worth;
import dev.pollux.grammar.model.UdpCheck;

/** The checkers of a real server. */
final class CheckerText {

    private final Lines lines;
    private final HttpText http;

    CheckerText(Lines lines) {
        this.lines = lines;
        this.http = new HttpText(lines);
    }

    void write(Checker checker) {
        lines.block(checker.keyword(), () -> {
            if (checker instanceof FileCheck check) {
                file(check);
                return;
            }
            if (checker instanceof BfdCheck check) {
                lines.word("name", check.session());
                lines.onOff("alpha", check.timing().alpha());
                return;
            }
            timing(checker.timing());
            if (checker instanceof Checker.Connecting connecting) {
                connection(connecting.connection());
            }
            special(checker);
        });
    }

    private void special(Checker checker) {
        if (checker instanceof HttpCheck check) {
            http.write(check);
        } else if (checker instanceof SmtpCheck check) {
            lines.word("helo_name", check.helo());
        } else if (checker instanceof DnsCheck check) {
            lines.line("type " + check.type());
            lines.word("name", check.name());
        } else if (checker instanceof UdpCheck check) {
            datagram(check);
        } else if (checker instanceof MiscCheck check) {
            script(check);
        }
    }

    private void file(FileCheck check) {
        lines.word("track_file", check.trackFile());
        Worth worth = check.worth();
        if (worth != null) {
            lines.line("weight " + worth.weight() + (worth.reverse() ? " reverse" : ""));
        }
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

    private void datagram(UdpCheck check) {
        if (check.payload() != null) {
            lines.line("payload " + check.payload().digits());
        }
        UdpCheck.Reply reply = check.reply();
        if (reply != null) {
            BytePattern pattern = reply.pattern();
            lines.line("require_reply" + (pattern == null ? "" : " " + pattern.digits()));
            lines.number("min_reply_length", reply.minLength());
            lines.number("max_reply_length", reply.maxLength());
        }
    }

    private void script(MiscCheck check) {
        lines.line("misc_path " + ScriptText.command(check.script()));
        if (check.script().user() != null) {
            lines.line("user " + ScriptText.user(check.script().user()));
        }
        lines.seconds("misc_timeout", check.timeout());
        lines.flag("misc_dynamic", check.dynamic());
    }
}
