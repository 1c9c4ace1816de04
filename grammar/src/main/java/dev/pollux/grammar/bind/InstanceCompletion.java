package dev.pollux.grammar.bind;

import dev.pollux.grammar.diagnostic.DiagnosticCode;
import dev.pollux.grammar.model.AddressFamily;
import dev.pollux.grammar.model.AddressSettings;
import dev.pollux.grammar.model.PreemptSettings;
import dev.pollux.grammar.model.UnicastSettings;
import dev.pollux.grammar.model.VirtualRouterKey;
import dev.pollux.grammar.model.VrrpInstance;
import dev.pollux.grammar.model.VrrpInstance.InitialState;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes an instance of its draft: defaults, corrections of what contradicts itself, refusal of what cannot be mended. */
final class InstanceCompletion {

    private final Context context;
    private final GlobalDraft global;
    private final AdvertCompletion adverts;
    private final AuthenticationCompletion authentication;
    private final HoldingCompletion holding;
    private final TrackerCompletion trackers;
    private final NotifyCompletion notify;
    private final VirtualInterfaceCompletion interfaces;
    private final StrictRules strictRules;
    private boolean impossible;

    /** What knows about the other blocks that an instance refers to. */
    record Parts(
            TrackerCompletion trackers,
            NotifyCompletion notifications,
            RoutingCompletion routing,
            VirtualInterfaceCompletion interfaces) {}

    InstanceCompletion(Context context, GlobalDraft global, Parts parts) {
        this.trackers = parts.trackers();
        this.notify = parts.notifications();
        this.interfaces = parts.interfaces();
        this.context = context;
        this.global = global;
        this.adverts = new AdvertCompletion(context, global);
        this.authentication = new AuthenticationCompletion(context);
        this.strictRules = new StrictRules(context);
        this.holding = new HoldingCompletion(context, global, parts.routing());
    }

    /** The instance, or null where nothing sensible can be assumed, which is reported. */
    @Nullable
    VrrpInstance complete(InstanceDraft draft) {
        Integer id = draft.virtualRouterId;
        String name = draft.interfaceName;
        if (id == null) {
            impossible = true;
            return refuse(draft, "has no virtual_router_id", "write virtual_router_id and a number from 1 to 255");
        }
        if (draft.vrf != null && name != null) {
            context.contradiction(draft, "vrf is for instances without interface, it is ignored", "remove it");
        }
        if (name == null && !canDoWithoutInterface(draft)) {
            impossible = true;
            return refuse(draft, "has no interface", "write interface and the name of a network interface");
        }
        if (name == null) {
            // What is bound to a VRF's device hears and speaks on every interface in it.
            name = draft.vrf == null ? "" : draft.vrf;
            withoutInterface(draft);
        } else if (!global.dynamicInterfaces) {
            context.needInterface(name, Objects.requireNonNullElse(draft.interfaceSpan, draft.span), draft.describe());
        }
        RepeatedAddresses.remove(context, draft.addresses, name);
        RepeatedAddresses.remove(context, draft.excluded, name);
        AddressFamily family = family(draft);
        boolean strict = draft.strict == null ? global.strict : draft.strict;
        int version = version(draft, family, strict);
        int priority = priority(draft);
        if (draft.addresses.isEmpty() && !draft.noAddressesWanted && (strict || version == 3)) {
            return refuse(draft, "has no virtual_ipaddress", "write at least one address, or no_virtual_ipaddress");
        }
        if (strict) {
            strictRules.apply(draft, version, priority);
        }
        InitialState state = draft.state == null
                ? priority == VrrpInstance.OWNER_PRIORITY ? InitialState.MASTER : InitialState.BACKUP
                : draft.state;
        if (state == InitialState.MASTER
                && priority != VrrpInstance.OWNER_PRIORITY
                && AuthenticationCompletion.isByHeader(draft)) {
            context.contradiction(
                    draft, "state MASTER and auth_type AH exclude each other, BACKUP is taken", "write state BACKUP");
            state = InitialState.BACKUP;
        }
        warnWithoutAddresses(draft);
        virtualMac(draft, family);
        boolean owner = priority == VrrpInstance.OWNER_PRIORITY;
        VirtualRouterKey key = new VirtualRouterKey(id, family, name);
        boolean accept = owner || (strict ? draft.accept : !draft.noAccept);
        AddressPlaces places = interfaces.places(draft, key, accept);
        AddressSettings addresses = holding.addresses(draft, places);
        InstanceForm form = new InstanceForm(family, version, strict, owner, adverts.interval(draft, version));
        UnicastSettings unicast = adverts.unicast(draft, family);
        return new VrrpInstance(
                draft.name,
                key,
                version,
                state,
                priority,
                adverts.advert(draft, form),
                unicast,
                authentication.complete(draft, form),
                preempt(draft, state, priority),
                addresses,
                draft.garp.complete(global, strict),
                holding.tracking(draft, name, owner, trackers.objects(draft, owner)),
                notify.complete(draft.notify, draft.groupNotify),
                interfaces.settings(draft, places));
    }

    /** Whether something was asked for that means nothing without what is missing; keepalived does not start then. */
    boolean impossible() {
        return impossible;
    }

    /** Who speaks to peers from an address that is given needs no interface; a link-local address means nothing without. */
    private static boolean canDoWithoutInterface(InstanceDraft draft) {
        return !draft.peers.isEmpty() && draft.source != null && !draft.source.isLinkLocalAddress();
    }

    private void withoutInterface(InstanceDraft draft) {
        draft.trackPrimary = false;
        boolean lost = draft.addresses.removeIf(address -> address.interfaceName() == null);
        lost |= draft.excluded.removeIf(address -> address.interfaceName() == null);
        if (lost) {
            context.report(
                    DiagnosticCode.INCOMPLETE,
                    draft.span,
                    draft.describe() + " has no interface, addresses without dev are left out",
                    "write ADDRESS dev INTERFACE");
        }
    }

    private @Nullable VrrpInstance refuse(InstanceDraft draft, String why, String hint) {
        context.report(DiagnosticCode.INCOMPLETE, draft.span, draft.describe() + " " + why + ", it is left out", hint);
        return null;
    }

    private static AddressFamily family(InstanceDraft draft) {
        if (!draft.addresses.isEmpty()) {
            return AddressFamily.of(draft.addresses.get(0).address());
        }
        if (draft.nativeIpv6 != null) {
            return AddressFamily.IPV6;
        }
        if (!draft.peers.isEmpty()) {
            return AddressFamily.of(draft.peers.get(0).address());
        }
        return draft.source == null ? AddressFamily.IPV4 : AddressFamily.of(draft.source);
    }

    private int version(InstanceDraft draft, AddressFamily family, boolean strict) {
        if (strict && family == AddressFamily.IPV6 && Objects.equals(draft.version, 2)) {
            context.contradiction(draft, "strict mode has no version 2 for IPv6, 3 is taken", "write version 3");
            return 3;
        }
        if (draft.version != null) {
            return draft.version;
        }
        return family == AddressFamily.IPV6 ? 3 : global.vrrpVersion;
    }

    private static int priority(InstanceDraft draft) {
        if (draft.priority != null) {
            return draft.priority;
        }
        return draft.state == InitialState.MASTER ? VrrpInstance.OWNER_PRIORITY : PriorityType.DEFAULT;
    }

    private void warnWithoutAddresses(InstanceDraft draft) {
        if (draft.addresses.isEmpty() && !draft.noAddressesWanted) {
            context.report(
                    DiagnosticCode.MISSING_SETTING,
                    draft.span,
                    draft.describe() + " has no virtual_ipaddress",
                    "write at least one address");
        }
    }

    private void virtualMac(InstanceDraft draft, AddressFamily family) {
        if (draft.virtualInterface != null && draft.promoteSecondaries) {
            context.contradiction(draft, "promote_secondaries is always on with use_vmac, it is ignored", "remove it");
        }
        if (draft.virtualInterface != null && !draft.peers.isEmpty() && !draft.transmitOnBase) {
            context.contradiction(
                    draft, "use_vmac and unicast_peer need vmac_xmit_base, it is assumed", "write vmac_xmit_base");
        }
        if (draft.transmitOnBase && draft.virtualInterface == null) {
            context.contradiction(draft, "vmac_xmit_base needs use_vmac, it is ignored", "remove it");
        }
        if (draft.unicastTtl != null && draft.peers.isEmpty()) {
            context.contradiction(draft, "unicast_ttl needs unicast_peer, it is ignored", "remove it");
        }
        if (draft.nativeIpv6 != null && family == AddressFamily.IPV4 && !draft.addresses.isEmpty()) {
            context.contradiction(
                    draft, "native_ipv6 and IPv4 addresses exclude each other, it is ignored", "remove it");
        }
    }

    private PreemptSettings preempt(InstanceDraft draft, InitialState state, int priority) {
        boolean enabled = !draft.noPreempt;
        Duration delay = draft.preemptDelay == null ? Duration.ZERO : draft.preemptDelay;
        if (!enabled && (priority == VrrpInstance.OWNER_PRIORITY || state == InitialState.MASTER)) {
            String why = priority == VrrpInstance.OWNER_PRIORITY ? "priority 255" : "state MASTER";
            context.contradiction(
                    draft,
                    "nopreempt and " + why + " exclude each other, nopreempt is ignored",
                    "write state BACKUP on both directors and a priority below 255");
            enabled = true;
        }
        if (!delay.isZero() && (!enabled || state == InitialState.MASTER)) {
            String why = enabled ? "state MASTER" : "nopreempt";
            context.contradiction(
                    draft,
                    "preempt_delay and " + why + " exclude each other, preempt_delay is ignored",
                    "remove one of them");
            delay = Duration.ZERO;
        }
        int expiredBackup = draft.expiredBackup;
        if (expiredBackup > 0 && enabled) {
            context.contradiction(draft, "timer_expired_backup needs nopreempt, it is ignored", "write nopreempt");
            expiredBackup = 0;
        }
        return new PreemptSettings(enabled, delay, expiredBackup);
    }
}
