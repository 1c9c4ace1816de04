package dev.pollux.grammar.bind;

import dev.pollux.grammar.diagnostic.SourceSpan;
import dev.pollux.grammar.model.FirewallSettings;
import dev.pollux.grammar.model.Script;
import dev.pollux.grammar.model.ScriptUser;
import java.net.InetAddress;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** {@code global_defs} while it is being read: it may be repeated, and stand behind what it is the default of. */
final class GlobalDraft implements Kept.Keeper {

    private final Kept kept = new Kept();

    /** {@code SSL}, a block beside {@code global_defs}. */
    TlsDraft tls = new TlsDraft();

    @Nullable
    String routerId;

    String defaultInterface = "eth0";
    /** {@code nftables}. */
    String firewallTable = FirewallSettings.defaults().table();

    int firewallPriority = FirewallSettings.defaults().priority();
    boolean firewallCounters;
    boolean dynamicInterfaces;

    /** {@code vmac_prefix}. */
    String virtualMacPrefix = "vrrp";

    /** {@code vmac_addr_prefix}; null: the same. */
    @Nullable
    String virtualMacAddressPrefix;

    /** {@code vrrp_restore_deleted}. */
    boolean restoreDeleted;

    /** {@code iproute_usr_dir}. */
    String routingNamesOfSystem = "/usr/share/iproute2";

    /** {@code iproute_etc_dir}. */
    String routingNamesOfAdmin = "/etc/iproute2";

    final IpvsDraft ipvs = new IpvsDraft();
    final SchedulingDraft scheduling = new SchedulingDraft();
    /** {@code json_version}. */
    int jsonVersion = 1;

    /** {@code state_dump_file}. */
    String stateFile = "";

    /** {@code data_use_instance}. */
    boolean instanceInFileName;

    final VrrpDraft vrrp = new VrrpDraft();
    boolean scriptSecurity;

    @Nullable
    ScriptUser scriptUser;

    @Nullable
    SourceSpan scriptUserSpan;

    final NotificationDraft notification = new NotificationDraft();

    int vrrpVersion = 2;
    int downTimerAdverts = 3;
    boolean strict;
    boolean skipAddressCheck;
    boolean lowerPriorityNoAdvert;
    boolean higherPrioritySendAdvert;
    boolean checksumAsVersion2;
    boolean checkUnicastSource;
    boolean ownerIgnoresAdverts;

    /** {@code vrrp_mcast_group4}. */
    @Nullable
    InetAddress group4;

    /** {@code vrrp_mcast_group6}. */
    @Nullable
    InetAddress group6;

    final GarpDraft garp = new GarpDraft();
    Duration garpSpacing = Duration.ZERO;
    Duration neighbourSpacing = Duration.ZERO;
    boolean minimalGarp;
    boolean logAllCheckerFailures;

    /** The script, run by {@code script_user} if it names nobody itself. */
    Script owned(Script script) {
        return owned(script, null);
    }

    /** The script, run by {@code user}, or as it says itself, or by {@code script_user}. */
    Script owned(Script script, @Nullable ScriptUser user) {
        ScriptUser own = user == null ? script.user() : user;
        return new Script(script.command(), own == null ? scriptUser : own);
    }

    /** Whether mail is sent for what a checker finds. */
    boolean mailsOfCheckers(@Nullable Boolean own, boolean fallback) {
        if (own != null) {
            return own;
        }
        if (notification.mailOfServers != null) {
            return notification.mailOfServers;
        }
        return notification.mail != null ? notification.mail : fallback;
    }

    @Override
    public Kept kept() {
        return kept;
    }
}
