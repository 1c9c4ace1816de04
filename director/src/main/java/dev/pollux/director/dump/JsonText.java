package dev.pollux.director.dump;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.pollux.grammar.model.AddressText;
import dev.pollux.grammar.model.AdvertSettings.Flag;
import dev.pollux.grammar.model.Authentication;
import dev.pollux.grammar.model.GratuitousArpSettings;
import dev.pollux.grammar.model.NotifySettings;
import dev.pollux.grammar.model.NotifySettings.Occasion;
import dev.pollux.grammar.model.Script;
import dev.pollux.grammar.model.TrackSettings;
import dev.pollux.grammar.model.TrackerKey;
import dev.pollux.grammar.model.Trackers.ProcessTracker;
import dev.pollux.grammar.model.VirtualAddress;
import dev.pollux.grammar.model.VirtualInterface;
import dev.pollux.grammar.model.VrrpInstance;
import dev.pollux.vrrp.VirtualRouterStatus;
import dev.pollux.vrrp.machine.StateName;
import dev.pollux.vrrp.packet.DropReason;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code keepalived.json}: data and statistics of every instance, in version 2 the tracked processes too. */
final class JsonText {

    private static final double NANOS = 1e9;

    private final JsonGenerator json;
    private final ToDoubleFunction<VirtualRouterStatus> since;

    private JsonText(JsonGenerator json, ToDoubleFunction<VirtualRouterStatus> since) {
        this.json = json;
        this.since = since;
    }

    /**
     * What there is to write.
     *
     * @param since when a router came into its state, in seconds since 1970
     * @param values what is known of each tracker, by kind and name
     */
    record Source(
            List<RouterDump> routers,
            ToDoubleFunction<VirtualRouterStatus> since,
            List<ProcessTracker> processes,
            Map<String, String> values) {}

    /**
     * The text.
     *
     * @param object version 2: an object; else a list, which is version 1
     */
    static String of(Source source, boolean object) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            JsonText writer = new JsonText(json, source.since());
            if (object) {
                json.writeStartObject();
                json.writeFieldName("vrrp");
            }
            writer.routers(source.routers());
            if (object) {
                new ProcessJson(json).write(source.processes(), source.values());
                json.writeEndObject();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private void routers(List<RouterDump> routers) throws IOException {
        json.writeStartArray();
        for (RouterDump router : routers) {
            json.writeStartObject();
            data(router);
            statistics(router);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void data(RouterDump router) throws IOException {
        VrrpInstance instance = router.instance();
        VirtualRouterStatus status = router.status();
        json.writeObjectFieldStart("data");
        json.writeStringField("iname", status.name());
        json.writeNumberField("dont_track_primary", number(!instance.tracking().primaryInterface()));
        json.writeNumberField("skip_check_adv_addr", number(instance.advert().has(Flag.SKIP_ADDRESS_CHECK)));
        json.writeNumberField("strict_mode", number(instance.advert().strict()));
        VirtualInterface own = instance.interfaces().own();
        json.writeStringField("vmac_ifname", own == null ? "" : own.name());
        json.writeStringField("ifp_ifname", status.key().interfaceName());
        json.writeNumberField("last_transition", since.applyAsDouble(status));
        announcements(instance.gratuitousArp());
        json.writeNumberField("lower_prio_no_advert", number(instance.advert().has(Flag.LOWER_PRIORITY_NO_ADVERT)));
        json.writeNumberField(
                "higher_prio_send_advert", number(instance.advert().has(Flag.HIGHER_PRIORITY_SEND_ADVERT)));
        json.writeNumberField("vrid", status.key().virtualRouterId());
        json.writeNumberField("base_priority", status.priority());
        json.writeNumberField("effective_priority", status.effectivePriority());
        json.writeBooleanField("vipset", !status.held().isEmpty());
        json.writeBooleanField("promote_secondaries", instance.addresses().promoteSecondaries());
        json.writeNumberField("adver_int", seconds(instance.advert().interval()));
        json.writeNumberField("accept", number(instance.addresses().accept()));
        json.writeBooleanField("nopreempt", !instance.preempt().enabled());
        json.writeNumberField("preempt_delay", instance.preempt().delay().toSeconds());
        json.writeNumberField("state", state(status.state()));
        json.writeNumberField("wantstate", state(status.state()));
        json.writeNumberField("version", instance.version());
        notifications(instance.notifications());
        addresses("vips", instance.addresses().advertised(), status);
        addresses("evips", instance.addresses().excluded(), status);
        trackers(instance.tracking());
        boolean password = instance.authentication() instanceof Authentication.Password;
        json.writeNumberField("auth_type", number(password));
        if (password) {
            json.writeStringField("auth_data", "********");
        }
        json.writeEndObject();
    }

    private void announcements(GratuitousArpSettings settings) throws IOException {
        json.writeNumberField("garp_delay", seconds(settings.delay()));
        json.writeNumberField("garp_refresh", seconds(settings.refresh()));
        json.writeNumberField("garp_rep", settings.repeat());
        json.writeNumberField("garp_refresh_rep", settings.refreshRepeat());
        json.writeNumberField("garp_lower_prio_delay", seconds(settings.lowerPriorityDelay()));
        json.writeNumberField("garp_lower_prio_rep", settings.lowerPriorityRepeat());
    }

    private void notifications(NotifySettings settings) throws IOException {
        json.writeBooleanField("smtp_alert", settings.flags().contains(NotifySettings.Flag.MAIL));
        json.writeBooleanField("notify_deleted", settings.flags().contains(NotifySettings.Flag.DELETION));
        script("script_backup", settings.scripts().get(Occasion.BACKUP));
        script("script_master", settings.scripts().get(Occasion.MASTER));
        script("script_fault", settings.scripts().get(Occasion.FAULT));
        script("script_stop", settings.scripts().get(Occasion.STOP));
        script("script_deleted", settings.scripts().get(Occasion.DELETED));
        script("script", settings.scripts().get(Occasion.ANY));
        script("script_master_rx_lower_pri", settings.scripts().get(Occasion.MASTER_HEARD_LOWER_PRIORITY));
    }

    private void script(String name, @Nullable Script script) throws IOException {
        if (script != null) {
            json.writeStringField(
                    name,
                    script.command().stream().map(word -> "'" + word + "'").collect(Collectors.joining(" ")));
        }
    }

    private void addresses(String name, List<VirtualAddress> addresses, VirtualRouterStatus status) throws IOException {
        if (addresses.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart(name);
        for (VirtualAddress address : addresses) {
            json.writeString(AddressText.of(address.address()) + "/" + address.prefixLength() + " dev "
                    + address.interfaceName() + " scope " + scope(address.scope())
                    + (address.label() == null ? "" : " label " + address.label())
                    + (status.held().contains(address.address()) ? " set" : ""));
        }
        json.writeEndArray();
    }

    private void trackers(TrackSettings tracking) throws IOException {
        names(
                "track_ifp",
                tracking.interfaces().stream()
                        .map(TrackSettings.TrackedInterface::name)
                        .toList());
        for (TrackerKey.Kind kind : List.of(TrackerKey.Kind.SCRIPT, TrackerKey.Kind.PROCESS)) {
            names(
                    "track_" + kind.name().toLowerCase(Locale.ROOT),
                    tracking.objects().stream()
                            .map(TrackSettings.TrackedObject::key)
                            .filter(key -> key.kind() == kind)
                            .map(TrackerKey::name)
                            .toList());
        }
    }

    private void names(String field, List<String> names) throws IOException {
        if (!names.isEmpty()) {
            json.writeArrayFieldStart(field);
            for (String name : names) {
                json.writeString(name);
            }
            json.writeEndArray();
        }
    }

    private void statistics(RouterDump router) throws IOException {
        json.writeObjectFieldStart("stats");
        json.writeNumberField("advert_rcvd", router.received());
        json.writeNumberField("advert_sent", router.sent());
        json.writeNumberField("become_master", router.becameMaster());
        json.writeNumberField("release_master", router.releasedMaster());
        for (DropReason reason : List.of(
                DropReason.PACKET_LENGTH,
                DropReason.INTERVAL,
                DropReason.TTL,
                DropReason.TYPE,
                DropReason.ADDRESS_LIST,
                DropReason.INVALID_AUTHENTICATION_TYPE,
                DropReason.AUTHENTICATION_TYPE_MISMATCH,
                DropReason.AUTHENTICATION_FAILURE,
                DropReason.EXTENSION_MISSING,
                DropReason.EXTENSION_MALFORMED,
                DropReason.EXTENSION_UNKNOWN_KEY,
                DropReason.EXTENSION_INVALID_HMAC,
                DropReason.EXTENSION_STALE,
                DropReason.EXTENSION_REPLAY)) {
            json.writeNumberField(reason.counter(), router.dropped(reason));
        }
        json.writeNumberField("pri_zero_rcvd", router.zeroReceived());
        json.writeNumberField("pri_zero_sent", router.zeroSent());
        json.writeEndObject();
    }

    /** keepalived's number of the state. */
    private static int state(StateName state) {
        return switch (state) {
            case INIT -> 0;
            case BACKUP -> 1;
            case MASTER -> 2;
            case FAULT -> 3;
        };
    }

    private static String scope(int scope) {
        return switch (scope) {
            case 0 -> "global";
            case 200 -> "site";
            case 253 -> "link";
            case 254 -> "host";
            default -> String.valueOf(scope);
        };
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / NANOS;
    }

    private static int number(boolean flag) {
        return flag ? 1 : 0;
    }
}
