package dev.pollux.grammar.bind;

import dev.pollux.grammar.ReadResult.Fate;
import dev.pollux.grammar.diagnostic.DiagnosticCode;
import dev.pollux.grammar.diagnostic.SourceSpan;
import dev.pollux.grammar.model.BfdInstance;
import dev.pollux.grammar.model.Configuration;
import dev.pollux.grammar.model.DumpSettings;
import dev.pollux.grammar.model.FirewallSettings;
import dev.pollux.grammar.model.GlobalSettings;
import dev.pollux.grammar.model.OtherSettings;
import dev.pollux.grammar.model.StaticSettings;
import dev.pollux.grammar.model.VirtualServer;
import dev.pollux.grammar.model.VrrpInstance;
import dev.pollux.grammar.model.VrrpSyncGroup;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes the configuration of the drafts, once the whole file is known. */
final class ConfigurationCompletion {

    private final Context context;
    private final ConfigurationDraft draft;
    private final ScriptChecks checks;
    private final NotifyCompletion notify;
    private final TrackerCompletion trackers;
    private final RoutingCompletion routing;
    private final Map<Object, SourceSpan> origins = new HashMap<>();

    private boolean impossible;

    ConfigurationCompletion(Context context, ConfigurationDraft draft) {
        this.context = context;
        this.draft = draft;
        this.checks = new ScriptChecks(context, context.host(), draft.global);
        this.notify = new NotifyCompletion(checks, draft.global);
        this.trackers = new TrackerCompletion(context, draft, checks);
        this.routing = new RoutingCompletion(context, draft.global);
    }

    Configuration complete() {
        new SyncGroupTracking(context, draft).merge();
        List<VrrpInstance> instances = instances();
        List<VrrpSyncGroup> groups = new SyncGroupsCompletion(context, draft, notify).complete(instances, origins);
        needed("interface_up_down_delays", draft.global.vrrp.delayedInterfaces());
        needed("linkbeat_interfaces", draft.linkbeatInterfaces);
        mailServer();
        checks.check(draft, context.vrrpStarts());
        List<VirtualServer> servers = new VirtualServersCompletion(context, draft, origins).complete();
        FloatingLocalAddresses floating = new FloatingLocalAddresses(instances, groups);
        servers.forEach(server -> floating.check(server, place(server), context));
        return new Configuration(
                global(instances),
                instances,
                groups,
                servers,
                trackers.trackers(instances, servers),
                statics(instances),
                sessions(),
                draft.global.tls.complete(),
                others(instances));
    }

    private OtherSettings others(List<VrrpInstance> instances) {
        Map<String, List<OtherSettings.Setting>> ofInstances = new HashMap<>();
        for (VrrpInstance instance : instances) {
            InstanceDraft written = draft.instances.get(instance.name());
            if (written != null && !written.kept().settings().isEmpty()) {
                ofInstances.put(instance.name(), written.kept().settings());
            }
        }
        return new OtherSettings(draft.kept().settings(), draft.global.kept().settings(), ofInstances);
    }

    /** Places by instance name and by virtual server key. */
    Map<Object, SourceSpan> origins() {
        return origins;
    }

    private SourceSpan place(VirtualServer server) {
        return Objects.requireNonNull(origins.get(server.key()));
    }

    private void needed(String block, Map<String, SourceSpan> interfaces) {
        interfaces.forEach((name, span) -> {
            if (!draft.global.dynamicInterfaces && !context.host().interfaceExists(name)) {
                context.report(
                        DiagnosticCode.FATAL_INTERFACE,
                        span,
                        "interface " + name + " of " + block + " does not exist on this machine",
                        "create it or correct the name");
            }
        });
    }

    /** It is looked up again for every mail, so that this is a hint only. */
    private void mailServer() {
        MailServerType.Server server = draft.global.notification.mailServer;
        SourceSpan span = draft.global.notification.mailServerSpan;
        if (server != null && span != null && !context.host().resolves(server.host())) {
            context.report(
                    DiagnosticCode.UNKNOWN_HOST,
                    span,
                    "smtp_server " + server.host() + " cannot be resolved now; it is looked up again for every mail",
                    "correct the name, or write an address");
        }
    }

    private StaticSettings statics(List<VrrpInstance> instances) {
        Set<String> known = instances.stream().map(VrrpInstance::name).collect(Collectors.toSet());
        return new StaticCompletion(context, draft).complete(routing, known);
    }

    private List<BfdInstance> sessions() {
        List<BfdInstance> sessions = new ArrayList<>();
        for (BfdDraft session : draft.sessions.values()) {
            if (session.neighbor != null) {
                sessions.add(session.complete(session.neighbor));
            }
        }
        return sessions;
    }

    private FirewallSettings firewall() {
        return new FirewallSettings(
                draft.global.firewallTable, draft.global.firewallPriority, draft.global.firewallCounters);
    }

    /** keepalived's names of such files: NAMESPACE_INSTANCE. */
    private DumpSettings dumps() {
        String names = Stream.of(draft.networkNamespace, draft.instanceName)
                .filter(Objects::nonNull)
                .collect(Collectors.joining("_"));
        return new DumpSettings(
                draft.global.jsonVersion, draft.global.stateFile, draft.global.instanceInFileName, names);
    }

    /** The old way of saying what {@code lvs_sync_daemon IF INSTANCE} does. */
    private void syncDaemonOfInstance() {
        for (InstanceDraft each : draft.instances.values()) {
            if (draft.global.ipvs.syncDaemon == null && each.syncDaemonInterface != null) {
                draft.global.ipvs.syncDaemon = new SyncDaemonType.Draft(
                        each.syncDaemonInterface, each.name, Map.of(), Optional.empty(), each.span);
            }
        }
    }

    private GlobalSettings global(List<VrrpInstance> instances) {
        syncDaemonOfInstance();
        return new GlobalSettings(
                draft.global.routerId,
                draft.global.ipvs.complete(context, instances),
                notify.global(),
                firewall(),
                draft.global.scheduling.complete(),
                draft.global.vrrp.complete(context, draft.global.dynamicInterfaces, instances),
                dumps());
    }

    private List<VrrpInstance> instances() {
        InstanceCompletion completion = new InstanceCompletion(
                context,
                draft.global,
                new InstanceCompletion.Parts(
                        trackers,
                        notify,
                        routing,
                        new VirtualInterfaceCompletion(context, draft.global, draft.instances.values())));
        SharedVirtualRouterIds shared = new SharedVirtualRouterIds();
        List<VrrpInstance> instances = new ArrayList<>();
        for (InstanceDraft next : draft.instances.values()) {
            VrrpInstance instance = completion.complete(next);
            if (instance == null) {
                draft.lost++;
                impossible |= completion.impossible();
                continue;
            }
            VrrpInstance other = shared.conflict(instance);
            VrrpInstance taken = shared.add(instance);
            if (taken != null) {
                instances.add(taken);
                origins.put(instance.name(), next.span);
            } else if (other != null) {
                impossible |= !draft.global.dynamicInterfaces;
                context.reports()
                        .add(
                                DiagnosticCode.DUPLICATE,
                                next.span,
                                "vrrp_instance " + next.name
                                        + " has the virtual_router_id and interface of vrrp_instance " + other.name()
                                        + ", it is left out",
                                "give it another virtual_router_id",
                                Context.note(Objects.requireNonNull(origins.get(other.name())), "that is this one"));
            }
        }
        return instances;
    }

    /** What became of the file; instances and servers that this program has no means for do not count as lost. */
    Fate fate(boolean understood) {
        if (impossible) {
            return Fate.IMPOSSIBLE;
        }
        return draft.lost > 0 ? Fate.LOST : understood ? Fate.UNDERSTOOD : Fate.MEANINGLESS;
    }
}
