package dev.pollux.grammar.bind;

import dev.pollux.grammar.diagnostic.SourceSpan;
import dev.pollux.grammar.model.ServiceKey;
import dev.pollux.grammar.model.VirtualServer;
import dev.pollux.grammar.model.VirtualServerKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes the virtual servers of their drafts, and of what an earlier reading knows, in the order of the file; each once. */
final class VirtualServersCompletion {

    private final Context context;
    private final ConfigurationDraft draft;
    private final VirtualServerCompletion completion;
    private final Map<Object, SourceSpan> origins;
    private final Set<VirtualServerKey> keys = new HashSet<>();
    private final Map<ServiceKey, Object> owners = new HashMap<>();
    private final List<VirtualServer> servers = new ArrayList<>();

    /** Also notes in {@code origins} where each stands. */
    VirtualServersCompletion(Context context, ConfigurationDraft draft, Map<Object, SourceSpan> origins) {
        this.context = context;
        this.draft = draft;
        this.completion = new VirtualServerCompletion(context, draft);
        this.origins = origins;
    }

    List<VirtualServer> complete() {
        Iterator<VirtualServerDraft> drafts = draft.virtualServers.iterator();
        for (KnownServer known : draft.order.isEmpty() ? unknown(draft.virtualServers.size()) : draft.order) {
            if (known != null) {
                add(known);
            } else if (drafts.hasNext()) {
                add(drafts.next());
            }
        }
        return servers;
    }

    private static List<@Nullable KnownServer> unknown(int count) {
        return Collections.nCopies(count, null);
    }

    /** Missing servers tell the reader that it must not rely on what it knows. */
    private void add(KnownServer known) {
        boolean alone = keys.add(known.server().key());
        for (ServiceKey service : known.server().services()) {
            alone &= owners.putIfAbsent(service, known) == null;
        }
        if (alone) {
            servers.add(known.server());
            origins.put(known.server().key(), known.span());
        }
    }

    private void add(VirtualServerDraft next) {
        VirtualServer server = completion.complete(next);
        if (server == null) {
            // One without real servers is merely empty: perhaps an include brings them another day.
            draft.lost += next.needsPatchedKernel() || next.realServers.isEmpty() ? 0 : 1;
        } else if (keys.add(server.key())) {
            servers.add(server);
            remarkSharedService(server, next);
            origins.put(server.key(), next.span);
        } else {
            context.remark(
                    next.span,
                    next.describe() + " is defined twice, the second is left out",
                    "write all its real servers into one block");
        }
    }

    /** Two virtual servers of groups, or a group and an address, may meet in one entry of the kernel's table. */
    private void remarkSharedService(VirtualServer server, VirtualServerDraft next) {
        boolean said = false;
        for (ServiceKey service : server.services()) {
            Object owner = owners.putIfAbsent(service, next);
            if (owner != null && !said) {
                said = true;
                String other = owner == next
                        ? "itself, in another line"
                        : owner instanceof VirtualServerDraft earlier ? earlier.describe() : "another";
                context.remark(
                        next.span,
                        next.describe() + " has " + service + ", which is also one of " + other,
                        "write each address, port and protocol once");
            }
        }
    }
}
