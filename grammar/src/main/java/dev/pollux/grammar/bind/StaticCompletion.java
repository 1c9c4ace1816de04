package dev.pollux.grammar.bind;

import dev.pollux.grammar.diagnostic.DiagnosticCode;
import dev.pollux.grammar.diagnostic.SourceSpan;
import dev.pollux.grammar.model.StaticSettings;
import dev.pollux.grammar.model.StaticSettings.Entry;
import dev.pollux.grammar.model.StaticSettings.TrackGroup;
import dev.pollux.grammar.model.VirtualAddress;
import dev.pollux.grammar.model.VirtualRoute;
import dev.pollux.grammar.model.VirtualRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes the static addresses, routes and rules of their drafts. */
final class StaticCompletion {

    private final Context context;
    private final ConfigurationDraft draft;

    StaticCompletion(Context context, ConfigurationDraft draft) {
        this.context = context;
        this.draft = draft;
    }

    StaticSettings complete(RoutingCompletion routing, Set<String> instances) {
        List<Entry<VirtualRoute>> routes = new ArrayList<>();
        List<Entry<VirtualRule>> rules = new ArrayList<>();
        StaticDraft statics = draft.statics;
        for (int i = 0; i < statics.routes.size(); i++) {
            SourceSpan span = statics.routes.get(i).span();
            routing.routes(statics.routes.subList(i, i + 1))
                    .forEach(read -> routes.add(new Entry<>(read.route(), group(read.trackGroup(), span))));
        }
        for (int i = 0; i < statics.rules.size(); i++) {
            SourceSpan span = statics.rules.get(i).span();
            routing.rules(statics.rules.subList(i, i + 1))
                    .forEach(read -> rules.add(new Entry<>(read.rule(), group(read.trackGroup(), span))));
        }
        return new StaticSettings(addresses(), routes, rules, trackGroups(instances));
    }

    private List<Entry<VirtualAddress>> addresses() {
        List<Entry<VirtualAddress>> addresses = new ArrayList<>();
        for (AddressDraft address : draft.statics.addresses) {
            VirtualAddress fixed = address.on(draft.global.defaultInterface);
            if (!draft.global.dynamicInterfaces && !context.host().interfaceExists(fixed.interfaceName())) {
                context.report(
                        DiagnosticCode.UNKNOWN_INTERFACE,
                        address.span(),
                        "interface " + fixed.interfaceName() + " of a static address does not exist on this machine",
                        "create it or correct the name");
            }
            addresses.add(new Entry<>(fixed, group(address.trackGroup(), address.span())));
        }
        return addresses;
    }

    private String group(@Nullable String name, SourceSpan span) {
        if (name == null) {
            return "";
        }
        if (draft.statics.trackGroups.containsKey(name)) {
            return name;
        }
        context.report(
                DiagnosticCode.UNKNOWN_NAME,
                span,
                "there is no track_group " + name + ", it is ignored",
                "write track_group " + name + " { group { INSTANCE } }");
        return "";
    }

    private List<TrackGroup> trackGroups(Set<String> instances) {
        List<TrackGroup> groups = new ArrayList<>();
        for (StaticDraft.TrackGroupDraft group : draft.statics.trackGroups.values()) {
            List<String> members = new ArrayList<>();
            for (String member : group.members) {
                if (instances.contains(member)) {
                    members.add(member);
                } else {
                    context.report(
                            DiagnosticCode.UNKNOWN_NAME,
                            group.span,
                            "track_group " + group.name + ": there is no vrrp_instance " + member + ", it is ignored",
                            "define it or remove it here");
                }
            }
            groups.add(new TrackGroup(group.name, members));
        }
        return groups;
    }
}
