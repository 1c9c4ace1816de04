package dev.pollux.grammar.bind;

import dev.pollux.grammar.diagnostic.DiagnosticCode;
import dev.pollux.grammar.model.AddressFamily;
import dev.pollux.grammar.model.AddressText;
import dev.pollux.grammar.model.CheckConnection;
import java.net.InetAddress;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Whom a checker connects to: as it says, else its real server. */
final class ConnectionCompletion {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final Context context;

    ConnectionCompletion(Context context) {
        this.context = context;
    }

    /** The connection, or null where none can be made, which is reported. */
    @Nullable
    CheckConnection complete(CheckerDraft draft, CheckerCompletion.Owner owner) {
        InetAddress address = draft.connectAddress == null ? owner.key().address() : draft.connectAddress;
        // With DR and TUN the kernel keeps the service's port; the checks go to the one that is written all the same.
        int written = owner.server().port;
        int serverPort = written == 0 ? owner.key().port() : written;
        if (address.isLinkLocalAddress()
                && AddressFamily.of(address) == AddressFamily.IPV6
                && draft.bindInterface == null) {
            context.report(
                    DiagnosticCode.INCOMPLETE,
                    draft.span,
                    draft.kind + " of the link-local address " + AddressText.of(address)
                            + " has no bind_if, it is left out: nothing checks this server by it",
                    "write bind_if and the interface");
            return null;
        }
        return new CheckConnection(
                address,
                draft.connectPort == null ? serverPort : draft.connectPort,
                TimingCompletion.first(
                        draft.connectTimeout, owner.server().connectTimeout, owner.service().connectTimeout, TIMEOUT),
                bindAddress(draft, address),
                draft.bindPort,
                draft.bindInterface,
                draft.firewallMark);
    }

    private @Nullable InetAddress bindAddress(CheckerDraft draft, InetAddress to) {
        InetAddress from = draft.bindAddress;
        if (from == null || AddressFamily.of(from) == AddressFamily.of(to)) {
            return from;
        }
        context.report(
                DiagnosticCode.CONTRADICTION,
                draft.span,
                "bindto " + AddressText.of(from) + " is not of the family of " + AddressText.of(to) + ", it is ignored",
                "write an address of the same family");
        return null;
    }
}
