package dev.pollux.grammar.bind;

import dev.pollux.grammar.model.BytePattern;
import dev.pollux.grammar.model.DnsCheck;
import dev.pollux.grammar.model.ScriptUser;
import dev.pollux.grammar.model.SmtpCheck;
import dev.pollux.grammar.model.Trackers.Worth;
import dev.pollux.grammar.model.UdpCheck.Reply;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the rarer kinds of checkers say while they are being read; null: not given. */
final class SpecialDraft {

    /** Of a checker that has none of these keywords. */
    static final SpecialDraft NONE = new SpecialDraft();

    /** {@code helo_name}. */
    String helo = SmtpCheck.DEFAULT_HELO;

    /** {@code host} blocks of {@code SMTP_CHECK}. */
    final List<CheckerDraft> hosts = new ArrayList<>();

    DnsCheck.Type type = DnsCheck.Type.SOA;
    String name = "";

    ScriptType.@Nullable Use script;

    @Nullable
    ScriptUser user;

    @Nullable
    Long timeout;

    boolean dynamic;

    @Nullable
    BytePattern payload;

    boolean needsReply;

    @Nullable
    BytePattern reply;

    int minReply = Reply.DEFAULT_MIN_LENGTH;
    int maxReply = Reply.DEFAULT_MAX_LENGTH;

    /** {@code track_file}, once it is known to be defined. */
    @Nullable
    String trackFile;

    @Nullable
    Worth worth;

    /** {@code bfd_instance}, once it is known to be defined. */
    @Nullable
    String session;
}
