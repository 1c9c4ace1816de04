package dev.pollux.grammar.bind;

import dev.pollux.grammar.model.AddressSettings;
import dev.pollux.grammar.model.GratuitousArpSettings;
import dev.pollux.grammar.model.TrackSettings;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** What an instance holds, announces and watches: its addresses, gratuitous ARP and tracked interfaces. */
final class HoldingCompletion {

    private final Context context;
    private final GlobalDraft global;

    HoldingCompletion(Context context, GlobalDraft global) {
        this.context = context;
        this.global = global;
    }

    AddressSettings addresses(InstanceDraft draft, String interfaceName) {
        for (List<AddressDraft> list : List.of(draft.addresses, draft.excluded)) {
            for (AddressDraft address : list) {
                if (address.interfaceName() != null && !global.dynamicInterfaces) {
                    context.needInterface(address.interfaceName(), address.span(), draft.describe());
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

    GratuitousArpSettings gratuitousArp(InstanceDraft draft, boolean strict) {
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

    TrackSettings tracking(InstanceDraft draft, String own) {
        draft.trackedInterfaces.removeIf(tracked -> {
            boolean isOwn = tracked.name().equals(own) && draft.trackPrimary;
            if (isOwn) {
                context.contradiction(
                        draft,
                        "its own interface " + own + " is tracked anyway, the line is ignored",
                        "remove it from track_interface");
            } else if (!global.dynamicInterfaces) {
                context.needInterface(tracked.name(), draft.span, draft.describe());
            }
            return isOwn;
        });
        return new TrackSettings(draft.trackPrimary, draft.trackedInterfaces);
    }
}
