package dev.pollux.director.dump;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.pollux.director.track.ProcessStatus;
import dev.pollux.grammar.model.AddressSettings;
import dev.pollux.grammar.model.AdvertSettings.Flag;
import dev.pollux.grammar.model.Authentication;
import dev.pollux.grammar.model.GratuitousArpSettings;
import dev.pollux.grammar.model.NotifySettings;
import dev.pollux.grammar.model.NotifySettings.Occasion;
import dev.pollux.grammar.model.Script;
import dev.pollux.grammar.model.TrackSettings;
import dev.pollux.grammar.model.TrackerKey;
import dev.pollux.grammar.model.Trackers.ScriptTracker;
import dev.pollux.grammar.model.VirtualAddress;
import dev.pollux.grammar.model.VirtualInterface;
import dev.pollux.grammar.model.VrrpInstance;
import dev.pollux.vrrp.VirtualRouterStatus;
import dev.pollux.vrrp.machine.StateName;
import dev.pollux.vrrp.packet.DropReason;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code keepalived.json}: data and statistics of every instance, in version 2 the tracked processes too. */
final class JsonText {

    private static final double NANOS = 1e9;

    private final JsonGenerator json;
    private final Source source;

    private JsonText(JsonGenerator json, Source source) {
        this.json = json;
        this.source = source;
    }

    /**
     * What there is to write.
     *
     * @param since when a router came into its state, in seconds since 1970
     * @param scripts those that instances may track
     */
    record Source(
            List<RouterDump> routers,
            ToDoubleFunction<VirtualRouterStatus> since,
            List<ScriptTracker> scripts,
            List<ProcessStatus> processes) {}

    /**
     * The text.
     *
     * @param object version 2: an object; else a list, which is version 1
     */
    static String of(Source source, boolean object) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            JsonText writer = new JsonText(json, source);
            if (object) {
                json.writeStartObject();
                json.writeFieldName("vrrp");
            }
            writer.routers();
            if (object) {
                new ProcessJson(json).write(source.processes());
                json.writeEndObject();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private void routers() throws IOException {
        json.writeStartArray();
        for (RouterDump router : source.routers()) {
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
        json.writeStringField("ifp_ifname", own == null ? status.key().interfaceName() : own.name());
        json.writeNumberField("master_priority", status.masterPriority());
        json.writeNumberField("last_transition", source.since().applyAsDouble(status));
        announcements(instance.gratuitousArp());
        json.writeNumberField("lower_prio_no_advert", number(instance.advert().has(Flag.LOWER_PRIORITY_NO_ADVERT)));
        json.writeNumberField(
                "higher_prio_send_advert", number(instance.advert().has(Flag.HIGHER_PRIORITY_SEND_ADVERT)));
        json.writeNumberField("vrid", status.key().virtualRouterId());
        json.writeNumberField("base_priority", status.priority());
        json.writeNumberField("effective_priority", status.effectivePriority());
        json.writeBooleanField("vipset", !status.held().isEmpty());
        json.writeBooleanField("promote_secondaries", instance.addresses().promoteSecondaries());
        seconds(json, "adver_int", instance.advert().interval());
        seconds(json, "master_adver_int", status.masterInterval());
        json.writeNumberField("accept", number(instance.addresses().accept()));
        json.writeBooleanField("nopreempt", !instance.preempt().enabled());
        json.writeNumberField("preempt_delay", instance.preempt().delay().toSeconds());
        json.writeNumberField("state", state(status.state()));
        json.writeNumberField("wantstate", state(status.state()));
        json.writeNumberField("version", instance.version());
        notifications(instance.notifications());
        entries(router);
        trackers(instance.tracking());
        authentication(instance.authentication());
        json.writeEndObject();
    }

    /** In the numbers of version 2 (RFC 2338 5.3.6). */
    private void authentication(Authentication authentication) throws IOException {
        boolean password = authentication instanceof Authentication.Password;
        boolean header = authentication instanceof Authentication.AuthenticationHeader;
        json.writeNumberField("auth_type", header ? 2 : number(password));
        if (password || header) {
            json.writeStringField("auth_data", "********");
        }
    }

    private void announcements(GratuitousArpSettings settings) throws IOException {
        seconds(json, "garp_delay", settings.delay());
        seconds(json, "garp_refresh", settings.refresh());
        json.writeNumberField("garp_rep", settings.repeat());
        json.writeNumberField("garp_refresh_rep", settings.refreshRepeat());
        seconds(json, "garp_lower_prio_delay", settings.lowerPriorityDelay());
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
            json.writeStringField(name, command(script));
        }
    }

    private static String command(Script script) {
        return script.command().stream().map(word -> "'" + word + "'").collect(Collectors.joining(" "));
    }

    private void entries(RouterDump router) throws IOException {
        AddressSettings entries = router.instance().addresses();
        Map<String, String> bases = router.instance().interfaces().all().stream()
                .collect(Collectors.toMap(VirtualInterface::name, VirtualInterface::base, (first, second) -> first));
        Set<InetAddress> held = Set.copyOf(router.status().held());
        Function<VirtualAddress, String> line =
                address -> AddressLine.of(address, bases, held.contains(address.address()));
        names("vips", entries.advertised().stream().map(line).toList());
        names("evips", entries.excluded().stream().map(line).toList());
        names("vroutes", entries.routes().stream().map(RouteLine::of).toList());
        names("vrules", entries.rules().stream().map(RuleLine::of).toList());
    }

    private void trackers(TrackSettings tracking) throws IOException {
        names(
                "track_ifp",
                tracking.interfaces().stream()
                        .map(TrackSettings.TrackedInterface::name)
                        .toList());
        Map<String, String> commands = source.scripts().stream()
                .collect(Collectors.toMap(ScriptTracker::name, tracker -> command(tracker.script())));
        names(
                "track_script",
                tracked(tracking, TrackerKey.Kind.SCRIPT).stream()
                        .map(name -> commands.getOrDefault(name, name))
                        .toList());
        names("track_process", tracked(tracking, TrackerKey.Kind.PROCESS));
    }

    private static List<String> tracked(TrackSettings tracking, TrackerKey.Kind kind) {
        return tracking.objects().stream()
                .map(TrackSettings.TrackedObject::key)
                .filter(key -> key.kind() == kind)
                .map(TrackerKey::name)
                .toList();
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

    /** Without a fraction where there is none. */
    static void seconds(JsonGenerator json, String name, Duration duration) throws IOException {
        if (duration.equals(Duration.ofSeconds(duration.toSeconds()))) {
            json.writeNumberField(name, duration.toSeconds());
        } else {
            json.writeNumberField(name, duration.toNanos() / NANOS);
        }
    }

    private static int number(boolean flag) {
        return flag ? 1 : 0;
    }
}
