package dev.pollux.grammar.text;

import dev.pollux.grammar.model.AddressFamily;
import dev.pollux.grammar.model.AddressText;
import dev.pollux.grammar.model.AdvertSettings;
import dev.pollux.grammar.model.AdvertSettings.Flag;
import dev.pollux.grammar.model.Authentication;
import dev.pollux.grammar.model.GratuitousArpSettings;
import dev.pollux.grammar.model.InterfaceSettings;
import dev.pollux.grammar.model.OtherSettings;
import dev.pollux.grammar.model.Secret;
import dev.pollux.grammar.model.TrackSettings.TrackedInterface;
import dev.pollux.grammar.model.TrackSettings.TrackedObject;
import dev.pollux.grammar.model.TrackerKey;
import dev.pollux.grammar.model.UnicastSettings;
import dev.pollux.grammar.model.VirtualAddress;
import dev.pollux.grammar.model.VirtualInterface;
import dev.pollux.grammar.model.VrrpInstance;
import java.util.List;
import java.util.Locale;

/** {@code vrrp_instance}. */
final class InstanceText {

    private final Lines lines;
    private final boolean secrets;
    private final OtherSettings others;

    InstanceText(Lines lines, boolean secrets, OtherSettings others) {
        this.lines = lines;
        this.secrets = secrets;
        this.others = others;
    }

    void write(VrrpInstance instance) {
        lines.block("vrrp_instance " + Lines.quoted(instance.name()), () -> {
            if (!instance.key().interfaceName().isEmpty()) {
                lines.word("interface", instance.key().interfaceName());
            }
            lines.number("virtual_router_id", instance.key().virtualRouterId());
            virtualInterface(instance.interfaces());
            lines.number("version", instance.version());
            lines.line("state " + instance.initialState());
            lines.number("priority", instance.priority());
            advert(instance.advert(), instance.unicast().enabled());
            unicast(instance.unicast(), instance.key().family());
            authentication(instance.authentication());
            lines.flag("nopreempt", !instance.preempt().enabled());
            if (!instance.preempt().delay().isZero()) {
                lines.seconds("preempt_delay", instance.preempt().delay());
            }
            if (instance.preempt().expiredBackup() > 0) {
                lines.number("timer_expired_backup", instance.preempt().expiredBackup());
            }
            addresses(instance);
            gratuitousArp(instance.gratuitousArp());
            tracking(instance);
            NotificationText.write(instance.notifications(), lines);
            OtherText.write(others.of(instance.name()), lines);
        });
    }

    private void advert(AdvertSettings advert, boolean unicast) {
        lines.seconds("advert_int", advert.interval());
        lines.number("down_timer_adverts", advert.downTimerAdverts());
        if (advert.source() != null) {
            lines.address(unicast ? "unicast_src_ip" : "mcast_src_ip", advert.source());
        }
        if (advert.group() != null) {
            lines.address("mcast_dst_ip", advert.group());
        }
        lines.flag("track_src_ip", advert.has(Flag.TRACK_SOURCE));
        if (advert.has(Flag.OWNER_IGNORES_ADVERTS)) {
            lines.line("owner_ignore_adverts on");
        }
        lines.onOff("skip_check_adv_addr", advert.has(Flag.SKIP_ADDRESS_CHECK));
        lines.onOff("lower_prio_no_advert", advert.has(Flag.LOWER_PRIORITY_NO_ADVERT));
        lines.onOff("higher_prio_send_advert", advert.has(Flag.HIGHER_PRIORITY_SEND_ADVERT));
        lines.onOff("strict_mode", advert.strict());
        lines.onOff("v3_checksum_as_v2", advert.has(Flag.CHECKSUM_AS_VERSION_2));
    }

    private void unicast(UnicastSettings unicast, AddressFamily family) {
        if (unicast.enabled()) {
            lines.block("unicast_peer", () -> {
                for (UnicastSettings.Peer peer : unicast.peers()) {
                    lines.line(
                            AddressText.of(peer.address()) + " min_ttl " + peer.minTtl() + " max_ttl " + peer.maxTtl());
                }
            });
        }
        if (unicast.ttl() != UnicastSettings.defaultTtl(family)) {
            lines.number("unicast_ttl", unicast.ttl());
        }
        lines.flag("unicast_fault_no_peer", unicast.has(UnicastSettings.Flag.FAULT_WITHOUT_PEER));
        lines.flag("check_unicast_src", unicast.has(UnicastSettings.Flag.CHECK_SOURCE));
        lines.flag("old_unicast_checksum", unicast.has(UnicastSettings.Flag.OLD_CHECKSUM));
        lines.flag("old_unicast_checksum never", unicast.has(UnicastSettings.Flag.NEVER_OLD_CHECKSUM));
    }

    private void authentication(Authentication authentication) {
        if (authentication instanceof Authentication.Password password) {
            authentication("PASS", password.secret());
        } else if (authentication instanceof Authentication.AuthenticationHeader header) {
            authentication("AH", header.secret());
        } else if (authentication instanceof Authentication.Extension extension) {
            extension(extension);
        }
    }

    private void extension(Authentication.Extension extension) {
        lines.block("auth_hmac", () -> {
            for (Authentication.Extension.Key key : extension.keys()) {
                Secret secret = key.secret();
                lines.line("key " + key.id() + ' ' + (secrets ? "hex:" + secret.value() : secret));
            }
            lines.number("active_key", extension.activeKey());
            lines.number("time_window", extension.window().toSeconds());
            lines.line("anti_replay " + word(extension.antiReplay()));
            lines.line("mode " + word(extension.mode()));
        });
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private void authentication(String type, Secret secret) {
        lines.block("authentication", () -> {
            lines.line("auth_type " + type);
            lines.line("auth_pass \"" + (secrets ? secret.value() : secret) + '"');
        });
    }

    private void addresses(VrrpInstance instance) {
        boolean none = instance.addresses().advertised().isEmpty();
        lines.flag("native_ipv6", none && instance.key().family() == AddressFamily.IPV6);
        addresses("virtual_ipaddress", instance, instance.addresses().advertised());
        lines.flag("no_virtual_ipaddress", instance.addresses().advertised().isEmpty());
        addresses("virtual_ipaddress_excluded", instance, instance.addresses().excluded());
        lines.flag("promote_secondaries", instance.addresses().promoteSecondaries());
        boolean strict = instance.advert().strict();
        lines.flag("accept", instance.addresses().accept() && strict && !instance.owner());
        lines.flag("no_accept", !instance.addresses().accept() && !strict);
        lines.onOff("restore_deleted", instance.addresses().restoreDeleted());
        StaticText.block(lines, "virtual_routes", instance.addresses().routes(), StaticText::route);
        StaticText.block(lines, "virtual_rules", instance.addresses().rules(), StaticText::rule);
    }

    private void addresses(String keyword, VrrpInstance instance, List<VirtualAddress> addresses) {
        if (!addresses.isEmpty()) {
            lines.block(
                    keyword,
                    () -> addresses.forEach(address -> lines.line(
                            VirtualAddressText.of(address, base(instance.interfaces(), address.interfaceName())))));
        }
    }

    /** An address on a virtual interface is written with the one below, from which the reader finds the way back. */
    private static String base(InterfaceSettings interfaces, String name) {
        return interfaces.all().stream()
                .filter(each -> each.name().equals(name))
                .map(VirtualInterface::base)
                .findFirst()
                .orElse(name);
    }

    private void virtualInterface(InterfaceSettings interfaces) {
        VirtualInterface own = interfaces.own();
        if (own == null) {
            return;
        }
        if (own.kind() == VirtualInterface.Kind.MACVLAN) {
            lines.line("use_vmac name " + Lines.quoted(own.name()) + " " + own.macAddress());
        } else {
            String address = own.address() == null ? "" : " " + own.address();
            lines.line("use_ipvlan name " + Lines.quoted(own.name()) + address + " "
                    + own.mode().name().toLowerCase(Locale.ROOT));
        }
        lines.flag("vmac_xmit_base", interfaces.transmitOnBase());
    }

    private void gratuitousArp(GratuitousArpSettings garp) {
        lines.number("garp_master_repeat", garp.repeat());
        lines.seconds("garp_master_delay", garp.delay());
        lines.seconds("garp_master_refresh", garp.refresh());
        if (garp.refreshRepeat() > 0) {
            lines.number("garp_master_refresh_repeat", garp.refreshRepeat());
        }
        lines.number("garp_lower_prio_repeat", garp.lowerPriorityRepeat());
        lines.seconds("garp_lower_prio_delay", garp.lowerPriorityDelay());
        if (!garp.extra().period().isZero()) {
            lines.line("garp_extra_if " + (garp.extra().everywhere() ? "all " : "")
                    + garp.extra().period().toSeconds());
        }
    }

    private void tracking(VrrpInstance instance) {
        lines.flag("dont_track_primary", !instance.tracking().primaryInterface());
        List<TrackedInterface> tracked = instance.tracking().interfaces();
        if (!tracked.isEmpty()) {
            lines.block(
                    "track_interface",
                    () -> tracked.forEach(one -> lines.line(
                            Lines.quoted(one.name()) + " weight " + one.weight() + (one.reverse() ? " reverse" : ""))));
        }
        for (TrackerKey.Kind kind : TrackerKey.Kind.values()) {
            List<TrackedObject> objects = instance.tracking().objects().stream()
                    .filter(object -> object.key().kind() == kind)
                    .toList();
            if (!objects.isEmpty()) {
                lines.block("track_" + kind.name().toLowerCase(Locale.ROOT), () -> objects.forEach(this::tracked));
            }
        }
    }

    private void tracked(TrackedObject object) {
        String sense = object.reverse() ? " reverse" : " noreverse";
        lines.line(Lines.quoted(object.key().name()) + " weight " + object.weight() + sense);
    }
}
