package dev.pollux.grammar.bind;

import dev.pollux.grammar.diagnostic.DiagnosticCode;
import dev.pollux.grammar.model.BfdCheck;
import dev.pollux.grammar.model.CheckConnection;
import dev.pollux.grammar.model.CheckTiming;
import dev.pollux.grammar.model.Checker;
import dev.pollux.grammar.model.DnsCheck;
import dev.pollux.grammar.model.FileCheck;
import dev.pollux.grammar.model.MiscCheck;
import dev.pollux.grammar.model.PingCheck;
import dev.pollux.grammar.model.RealServerKey;
import dev.pollux.grammar.model.ScriptUser;
import dev.pollux.grammar.model.SmtpCheck;
import dev.pollux.grammar.model.TcpCheck;
import dev.pollux.grammar.model.UdpCheck;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes checkers of their drafts: what they do not say, the real server says, else the virtual server. */
final class CheckerCompletion {

    private final Context context;
    private final GlobalDraft global;
    private final TimingCompletion timings;
    private final ConnectionCompletion connections;
    private final HttpCompletion http;

    CheckerCompletion(Context context, GlobalDraft global) {
        this.context = context;
        this.global = global;
        this.timings = new TimingCompletion(global);
        this.connections = new ConnectionCompletion(context);
        this.http = new HttpCompletion(context, global);
    }

    List<Checker> complete(VirtualServerDraft service, RealServerDraft server, RealServerKey key) {
        List<Checker> checkers = new ArrayList<>(server.checkers.size());
        for (CheckerDraft draft : server.checkers) {
            Owner owner = new Owner(service, server, key);
            if (draft.special.hosts.isEmpty() || draft.connectsElsewhere()) {
                add(checkers, complete(draft, owner));
            }
            for (CheckerDraft host : draft.special.hosts) {
                host.special.helo = draft.special.helo;
                host.timing.inherit(draft.timing);
                add(checkers, complete(host, owner));
            }
        }
        return checkers;
    }

    private static void add(List<Checker> checkers, @Nullable Checker checker) {
        if (checker != null) {
            checkers.add(checker);
        }
    }

    /** Whose checker it is. */
    record Owner(VirtualServerDraft service, RealServerDraft server, RealServerKey key) {}

    private @Nullable Checker complete(CheckerDraft draft, Owner owner) {
        return switch (draft.kind) {
            case FILE_CHECK -> file(draft.special);
            case BFD_CHECK -> session(draft, owner);
            case MISC_CHECK -> script(draft, owner);
            default -> connecting(draft, owner);
        };
    }

    private static @Nullable Checker file(SpecialDraft special) {
        // One without its file was reported where it was read.
        return special.trackFile == null ? null : new FileCheck(CheckTiming.none(), special.trackFile, special.worth);
    }

    private @Nullable Checker session(CheckerDraft draft, Owner owner) {
        String session = draft.special.session;
        CheckTiming timing = CheckTiming.none();
        boolean alpha = timings.complete(draft, owner).alpha();
        // One without its session was reported where it was read.
        return session == null ? null : new BfdCheck(alpha ? timing.withAlpha() : timing, session);
    }

    private @Nullable Checker script(CheckerDraft draft, Owner owner) {
        ScriptType.Use use = draft.special.script;
        ScriptUser user = draft.special.user;
        // Both were reported where they were read.
        if (use == null || (user != null && !context.host().userExists(user.name()))) {
            return null;
        }
        Long timeout = draft.special.timeout;
        Duration limit =
                timeout == null ? wholeSeconds(timings.delayLoop(owner.service())) : Duration.ofSeconds(timeout);
        return new MiscCheck(
                timings.complete(draft, owner), global.owned(use.script(), user), limit, draft.special.dynamic);
    }

    /** The keyword cannot say less. */
    private static Duration wholeSeconds(Duration time) {
        return Duration.ofSeconds(time.plusNanos(999_999_999).toSeconds());
    }

    private @Nullable Checker connecting(CheckerDraft draft, Owner owner) {
        CheckTiming timing = timings.complete(draft, owner);
        CheckConnection to = connections.complete(draft, owner);
        if (to == null) {
            return null;
        }
        return switch (draft.kind) {
            case HTTP_GET, SSL_GET -> http.complete(draft, owner, timing, to);
            case SMTP_CHECK -> new SmtpCheck(timing, to, draft.special.helo);
            case DNS_CHECK -> new DnsCheck(timing, to, draft.special.type, draft.special.name);
            case PING_CHECK -> new PingCheck(timing, to);
            case UDP_CHECK -> new UdpCheck(timing, to, draft.special.payload, reply(draft));
            default -> new TcpCheck(timing, to);
        };
    }

    private UdpCheck.@Nullable Reply reply(CheckerDraft draft) {
        SpecialDraft special = draft.special;
        if (special.minReply > special.maxReply) {
            context.report(
                    DiagnosticCode.CONTRADICTION,
                    draft.span,
                    "min_reply_length " + special.minReply + " is more than max_reply_length " + special.maxReply
                            + ": no reply will do",
                    "write a smaller min_reply_length");
        }
        return special.needsReply ? new UdpCheck.Reply(special.reply, special.minReply, special.maxReply) : null;
    }
}
