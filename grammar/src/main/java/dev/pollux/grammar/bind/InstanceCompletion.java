package dev.pollux.grammar.bind;

import dev.pollux.grammar.bind.InstanceDraft.AuthenticationDraft;
import dev.pollux.grammar.diagnostic.DiagnosticCode;
import dev.pollux.grammar.diagnostic.SourceSpan;
import dev.pollux.grammar.model.AddressFamily;
import dev.pollux.grammar.model.AddressSettings;
import dev.pollux.grammar.model.AdvertSettings;
import dev.pollux.grammar.model.Authentication;
import dev.pollux.grammar.model.GratuitousArpSettings;
import dev.pollux.grammar.model.PreemptSettings;
import dev.pollux.grammar.model.Secret;
import dev.pollux.grammar.model.TrackSettings;
import dev.pollux.grammar.model.UnicastSettings;
import dev.pollux.grammar.model.VirtualRouterKey;
import dev.pollux.grammar.model.VrrpInstance;
import dev.pollux.grammar.model.VrrpInstance.InitialState;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes an instance of its draft: defaults, corrections of what contradicts itself, refusal of what cannot be mended. */
final class InstanceCompletion {

    private static final int DEFAULT_PRIORITY = 100;
    private static final long MAX_INTERVAL_V3_CENTIS = 4095;

    private final Context context;
    private final GlobalDraft global;

    InstanceCompletion(Context context, GlobalDraft global) {
        this.context = context;
        this.global = global;
    }

    /** The instance, or null where nothing sensible can be assumed, which is reported. */
    @Nullable
    VrrpInstance complete(InstanceDraft draft) {
        Integer id = draft.virtualRouterId;
        String name = draft.interfaceName;
        if (id == null) {
            return refuse(draft, "has no virtual_router_id", "write virtual_router_id and a number from 1 to 255");
        }
        if (name == null) {
            return refuse(draft, "has no interface", "write interface and the name of a network interface");
        }
        if (!global.dynamicInterfaces) {
            context.needInterface(name, Objects.requireNonNullElse(draft.interfaceSpan, draft.span), describe(draft));
        }
        AddressFamily family = family(draft);
        int version = version(draft, family);
        boolean strict = draft.strict == null ? global.strict : draft.strict;
        int priority = priority(draft);
        InitialState state = draft.state == null
                ? priority == VrrpInstance.OWNER_PRIORITY ? InitialState.MASTER : InitialState.BACKUP
                : draft.state;
        if (state == InitialState.MASTER && priority != VrrpInstance.OWNER_PRIORITY && authenticatesByHeader(draft)) {
            contradiction(
                    draft, "state MASTER and auth_type AH exclude each other, BACKUP is taken", "write state BACKUP");
            state = InitialState.BACKUP;
        }
        warnWithoutAddresses(draft);
        virtualMac(draft, family);
        return new VrrpInstance(
                draft.name,
                new VirtualRouterKey(id, family, name),
                version,
                state,
                priority,
                advert(draft, version, strict),
                unicast(draft),
                authentication(draft, version),
                preempt(draft, state, priority),
                addresses(draft, name),
                gratuitousArp(draft, strict),
                tracking(draft, name));
    }

    private @Nullable VrrpInstance refuse(InstanceDraft draft, String why, String hint) {
        context.report(DiagnosticCode.INCOMPLETE, draft.span, describe(draft) + " " + why + ", it is left out", hint);
        return null;
    }

    private static String describe(InstanceDraft draft) {
        return "vrrp_instance " + draft.name;
    }

    private static AddressFamily family(InstanceDraft draft) {
        if (!draft.addresses.isEmpty()) {
            return AddressFamily.of(draft.addresses.get(0).address());
        }
        if (!draft.peers.isEmpty()) {
            return AddressFamily.of(draft.peers.get(0).address());
        }
        return draft.source == null ? AddressFamily.IPV4 : AddressFamily.of(draft.source);
    }

    private int version(InstanceDraft draft, AddressFamily family) {
        if (draft.version != null) {
            return draft.version;
        }
        return family == AddressFamily.IPV6 ? 3 : global.vrrpVersion;
    }

    private static int priority(InstanceDraft draft) {
        if (draft.priority != null) {
            return draft.priority;
        }
        return draft.state == InitialState.MASTER ? VrrpInstance.OWNER_PRIORITY : DEFAULT_PRIORITY;
    }

    private void warnWithoutAddresses(InstanceDraft draft) {
        if (draft.addresses.isEmpty() && !draft.noAddressesWanted) {
            context.report(
                    DiagnosticCode.MISSING_SETTING,
                    draft.span,
                    describe(draft) + " has no virtual_ipaddress",
                    "write at least one address");
        }
    }

    private static boolean authenticatesByHeader(InstanceDraft draft) {
        return draft.authentication != null
                && "AH".equals(draft.authentication.type)
                && draft.authentication.password != null;
    }

    private void virtualMac(InstanceDraft draft, AddressFamily family) {
        if (draft.virtualMac && draft.promoteSecondaries) {
            contradiction(draft, "promote_secondaries is always on with use_vmac, it is ignored", "remove it");
        }
        if (draft.virtualMac && !draft.peers.isEmpty() && !draft.transmitOnBase) {
            contradiction(
                    draft, "use_vmac and unicast_peer need vmac_xmit_base, it is assumed", "write vmac_xmit_base");
        }
        if (draft.transmitOnBase && !draft.virtualMac) {
            contradiction(draft, "vmac_xmit_base needs use_vmac, it is ignored", "remove it");
        }
        if (draft.unicastTtl != null && draft.peers.isEmpty()) {
            contradiction(draft, "unicast_ttl needs unicast_peer, it is ignored", "remove it");
        }
        if (draft.nativeIpv6 != null && family == AddressFamily.IPV4 && !draft.addresses.isEmpty()) {
            contradiction(draft, "native_ipv6 and IPv4 addresses exclude each other, it is ignored", "remove it");
        }
    }

    private AdvertSettings advert(InstanceDraft draft, int version, boolean strict) {
        boolean lowerNoAdvert = orGlobal(draft.lowerPriorityNoAdvert, global.lowerPriorityNoAdvert);
        boolean higherSend = orGlobal(draft.higherPrioritySendAdvert, global.higherPrioritySendAdvert);
        return new AdvertSettings(
                interval(draft, version),
                draft.downTimerAdverts == null ? global.downTimerAdverts : draft.downTimerAdverts,
                draft.source,
                orGlobal(draft.skipAddressCheck, global.skipAddressCheck),
                lowerNoAdvert || strict,
                higherSend && !strict,
                strict,
                orGlobal(draft.checksumAsVersion2, global.checksumAsVersion2));
    }

    private static boolean orGlobal(@Nullable Boolean own, boolean global) {
        return own == null ? global : own;
    }

    private Duration interval(InstanceDraft draft, int version) {
        Duration asked = draft.interval;
        if (asked == null) {
            return Duration.ofSeconds(1);
        }
        Duration given = version == 2
                ? Duration.ofSeconds(Math.max(1, (asked.toMillis() + 500) / 1000))
                : Duration.ofMillis(Math.min(MAX_INTERVAL_V3_CENTIS, Math.max(1, (asked.toMillis() + 5) / 10)) * 10);
        if (!given.equals(asked)) {
            SourceSpan span = Objects.requireNonNullElse(draft.intervalSpan, draft.span);
            String limit = version == 2 ? "whole seconds" : "0.01 to 40.95 seconds in steps of 0.01";
            context.report(
                    DiagnosticCode.OUT_OF_RANGE,
                    span,
                    "advert_int of " + describe(draft) + " is read as " + seconds(given) + " seconds: version "
                            + version + " has " + limit,
                    version == 2 ? "write whole seconds, or vrrp_version 3" : "write a time within these limits");
        }
        return given;
    }

    private static String seconds(Duration duration) {
        return java.math.BigDecimal.valueOf(duration.toMillis(), 3)
                .stripTrailingZeros()
                .toPlainString();
    }

    private UnicastSettings unicast(InstanceDraft draft) {
        int ttl = draft.unicastTtl == null ? 255 : draft.unicastTtl;
        if (draft.unicast && draft.peers.isEmpty()) {
            context.report(
                    DiagnosticCode.CONTRADICTION,
                    draft.span,
                    describe(draft) + " has a unicast keyword but no unicast_peer, it speaks multicast",
                    "write unicast_peer { ADDRESS }, or mcast_src_ip instead of unicast_src_ip");
        }
        return new UnicastSettings(draft.peers, ttl);
    }

    private Authentication authentication(InstanceDraft draft, int version) {
        AuthenticationDraft asked = draft.authentication;
        if (asked == null || (asked.type == null && asked.password == null)) {
            return new Authentication.None();
        }
        if (version == 3) {
            return noAuthentication(asked, "version 3 has no authentication (RFC 5798 9)", "remove the block");
        }
        if (asked.type == null) {
            return noAuthentication(asked, "auth_type is not given", "write auth_type PASS");
        }
        if (asked.password == null) {
            return noAuthentication(asked, "auth_pass is not given", "write auth_pass and a password");
        }
        Secret secret = new Secret(asked.password);
        return asked.type.equals("PASS")
                ? new Authentication.Password(secret)
                : new Authentication.AuthenticationHeader(secret);
    }

    private Authentication noAuthentication(AuthenticationDraft asked, String why, String hint) {
        context.report(DiagnosticCode.CONTRADICTION, asked.span, why + ", adverts are not authenticated", hint);
        return new Authentication.None();
    }

    private PreemptSettings preempt(InstanceDraft draft, InitialState state, int priority) {
        boolean enabled = !draft.noPreempt;
        Duration delay = draft.preemptDelay == null ? Duration.ZERO : draft.preemptDelay;
        if (!enabled && (priority == VrrpInstance.OWNER_PRIORITY || state == InitialState.MASTER)) {
            String why = priority == VrrpInstance.OWNER_PRIORITY ? "priority 255" : "state MASTER";
            contradiction(
                    draft,
                    "nopreempt and " + why + " exclude each other, nopreempt is ignored",
                    "write state BACKUP on both directors and a priority below 255");
            enabled = true;
        }
        if (!delay.isZero() && (!enabled || state == InitialState.MASTER)) {
            String why = enabled ? "state MASTER" : "nopreempt";
            contradiction(
                    draft,
                    "preempt_delay and " + why + " exclude each other, preempt_delay is ignored",
                    "remove one of them");
            delay = Duration.ZERO;
        }
        return new PreemptSettings(enabled, delay);
    }

    private void contradiction(InstanceDraft draft, String message, String hint) {
        context.report(DiagnosticCode.CONTRADICTION, draft.span, describe(draft) + ": " + message, hint);
    }

    private AddressSettings addresses(InstanceDraft draft, String interfaceName) {
        for (List<AddressDraft> list : List.of(draft.addresses, draft.excluded)) {
            for (AddressDraft address : list) {
                if (address.interfaceName() != null && !global.dynamicInterfaces) {
                    context.needInterface(address.interfaceName(), address.span(), describe(draft));
                }
            }
        }
        return new AddressSettings(
                draft.addresses.stream()
                        .map(address -> address.on(interfaceName))
                        .toList(),
                draft.excluded.stream()
                        .map(address -> address.on(interfaceName))
                        .toList(),
                draft.promoteSecondaries);
    }

    private GratuitousArpSettings gratuitousArp(InstanceDraft draft, boolean strict) {
        GarpDefaults defaults = GarpDefaults.of(global);
        return new GratuitousArpSettings(
                Objects.requireNonNullElse(draft.garpRepeat, defaults.repeat()),
                Objects.requireNonNullElse(draft.garpDelay, defaults.delay()),
                Objects.requireNonNullElse(draft.garpRefresh, defaults.refresh()),
                Objects.requireNonNullElse(draft.garpRefreshRepeat, defaults.refreshRepeat()),
                strict ? 0 : Objects.requireNonNullElse(draft.garpLowerRepeat, defaults.lowerRepeat()),
                strict ? Duration.ZERO : Objects.requireNonNullElse(draft.garpLowerDelay, defaults.lowerDelay()),
                global.garpSpacing);
    }

    private TrackSettings tracking(InstanceDraft draft, String own) {
        draft.trackedInterfaces.removeIf(tracked -> {
            boolean isOwn = tracked.name().equals(own) && draft.trackPrimary;
            if (isOwn) {
                contradiction(
                        draft,
                        "its own interface " + own + " is tracked anyway, the line is ignored",
                        "remove it from track_interface");
            } else if (!global.dynamicInterfaces) {
                context.needInterface(tracked.name(), draft.span, describe(draft));
            }
            return isOwn;
        });
        return new TrackSettings(draft.trackPrimary, draft.trackedInterfaces);
    }
}
