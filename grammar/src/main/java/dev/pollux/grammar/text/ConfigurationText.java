package dev.pollux.grammar.text;

import dev.pollux.grammar.model.AddressFamily;
import dev.pollux.grammar.model.AddressText;
import dev.pollux.grammar.model.Configuration;
import dev.pollux.grammar.model.DumpSettings;
import dev.pollux.grammar.model.FirewallSettings;
import dev.pollux.grammar.model.GlobalSettings;
import dev.pollux.grammar.model.GratuitousArpSettings;
import dev.pollux.grammar.model.Secret;
import dev.pollux.grammar.model.SourceTranslation;
import dev.pollux.grammar.model.TlsIdentity;
import dev.pollux.grammar.model.VirtualServer;
import dev.pollux.grammar.model.VirtualServerKey;
import dev.pollux.grammar.model.VrrpInstance;
import dev.pollux.grammar.model.VrrpSyncGroup;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A configuration as a keepalived.conf with everything written out: defaults, inheritance, corrections. */
public final class ConfigurationText {

    private final Configuration configuration;
    private final Lines lines = new Lines();

    private ConfigurationText(Configuration configuration) {
        this.configuration = configuration;
    }

    /**
     * The text.
     *
     * @param secrets false: passwords are masked, and only then can the text be shown around
     */
    public static String of(Configuration configuration, boolean secrets) {
        ConfigurationText text = new ConfigurationText(configuration);
        OtherText.write(configuration.others().top(), text.lines);
        String namespace = configuration.global().ipvs().namespace();
        if (namespace != null) {
            text.lines.line("net_namespace_ipvs" + (namespace.isEmpty() ? "" : " " + Lines.quoted(namespace)));
        }
        text.lines.block("global_defs", text::global);
        VrrpSettingsText.writeBlocks(configuration.global().vrrp(), text.lines);
        configuration.bfdInstances().forEach(session -> BfdText.write(session, text.lines));
        new TrackerText(text.lines).write(configuration.trackers());
        InstanceText instances = new InstanceText(text.lines, secrets, configuration.others());
        configuration.vrrpInstances().forEach(instances::write);
        configuration.syncGroups().forEach(text::syncGroup);
        StaticText.write(text.lines, configuration.statics());
        text.tls(secrets);
        text.localAddressGroups();
        text.virtualServers();
        return text.lines.toString();
    }

    private void global() {
        GlobalSettings global = configuration.global();
        if (global.routerId() != null) {
            lines.word("router_id", global.routerId());
        }
        IpvsSettingsText.write(global.ipvs(), lines);
        VrrpSettingsText.write(global.vrrp(), lines);
        dumps(global.dumps());
        FirewallSettings firewall = global.firewall();
        if (!firewall.equals(FirewallSettings.defaults())) {
            lines.line("nftables " + firewall.table());
            lines.number("nftables_priority", firewall.priority());
            lines.flag("nftables_counters", firewall.counters());
        }
        SchedulingText.write(global.scheduling(), lines);
        NotificationText.write(global.notification(), lines);
        List<VrrpInstance> instances = configuration.vrrpInstances();
        instances.stream()
                .map(instance -> instance.interfaces().addressPrefix())
                .filter(prefix -> !prefix.isEmpty())
                .findFirst()
                .ifPresent(prefix -> lines.word("vmac_addr_prefix", prefix));
        // An instance cannot say "none" itself, and it writes out all else that this keyword is the default of.
        lines.flag(
                "vrrp_min_garp",
                instances.stream().anyMatch(instance -> instance.gratuitousArp().refreshRepeat() == 0));
        if (!instances.isEmpty()) {
            GratuitousArpSettings settings = instances.get(0).gratuitousArp();
            spacing("vrrp_garp_interval", settings.arpSpacing());
            spacing("vrrp_gna_interval", settings.neighbourSpacing());
        }
        OtherText.write(configuration.others().inGlobalDefs(), lines);
    }

    private void tls(boolean secrets) {
        TlsIdentity tls = configuration.tls();
        if (!tls.equals(TlsIdentity.NONE)) {
            lines.block("SSL", () -> {
                Secret password = tls.password();
                if (password != null) {
                    lines.word("password", secrets ? password.value() : password.toString());
                }
                path("ca", tls.authorities());
                path("certificate", tls.certificate());
                path("key", tls.key());
            });
        }
    }

    private void path(String keyword, @Nullable String path) {
        if (path != null) {
            lines.word(keyword, path);
        }
    }

    private void dumps(DumpSettings dumps) {
        if (dumps.jsonVersion() != DumpSettings.defaults().jsonVersion()) {
            lines.number("json_version", dumps.jsonVersion());
        }
        if (!dumps.stateFile().isEmpty()) {
            lines.word("state_dump_file", dumps.stateFile());
        }
        lines.flag("data_use_instance", dumps.named());
    }

    private void spacing(String keyword, Duration spacing) {
        if (!spacing.isZero()) {
            lines.seconds(keyword, spacing);
        }
    }

    private void syncGroup(VrrpSyncGroup group) {
        lines.block("vrrp_sync_group " + Lines.quoted(group.name()), () -> {
            lines.flag(
                    "sync_group_tracking_weight",
                    configuration.vrrpInstances().stream()
                            .filter(instance -> group.members().contains(instance.name()))
                            .anyMatch(ConfigurationText::isWeighted));
            // In quotes, lest a name that is also a word of the preprocessor begins a line.
            lines.block("group", () -> group.members().forEach(member -> lines.line('"' + member + '"')));
            NotificationText.write(group.notifications(), lines);
        });
    }

    private static boolean isWeighted(VrrpInstance instance) {
        return instance.tracking().interfaces().stream().anyMatch(tracked -> tracked.weight() != 0)
                || instance.tracking().objects().stream().anyMatch(tracked -> tracked.weight() != 0);
    }

    private void localAddressGroups() {
        Set<String> written = new HashSet<>();
        for (VirtualServer server : configuration.virtualServers()) {
            if (server.sourceTranslation() instanceof SourceTranslation.LocalAddresses group
                    && written.add(group.group())) {
                lines.block("local_address_group " + Lines.quoted(group.group()), () -> group.addresses()
                        .forEach(address -> lines.line(AddressText.of(address.address())
                                + (address.interfaceName() == null ? "" : " " + address.interfaceName()))));
            }
        }
    }

    private void virtualServers() {
        VirtualServerText servers = new VirtualServerText(lines);
        Set<String> mixed = groupsOfBothFamilies();
        Set<String> groups = new HashSet<>();
        for (VirtualServer server : configuration.virtualServers()) {
            if (server.key() instanceof VirtualServerKey.Group group && groups.add(group.name())) {
                servers.group(group.name(), server.services(), !mixed.contains(group.name()));
            }
            servers.write(server);
        }
    }

    /** Groups of firewall marks that serve one family for one virtual server and the other for another. */
    private Set<String> groupsOfBothFamilies() {
        Map<String, AddressFamily> families = new HashMap<>();
        Set<String> mixed = new HashSet<>();
        for (VirtualServer server : configuration.virtualServers()) {
            if (server.key() instanceof VirtualServerKey.Group group) {
                AddressFamily family = server.services().get(0).family();
                AddressFamily known = families.putIfAbsent(group.name(), family);
                if (known != null && known != family) {
                    mixed.add(group.name());
                }
            }
        }
        return mixed;
    }
}
