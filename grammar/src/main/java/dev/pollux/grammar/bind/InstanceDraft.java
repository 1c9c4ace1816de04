package dev.pollux.grammar.bind;

import dev.pollux.grammar.diagnostic.SourceSpan;
import dev.pollux.grammar.model.TrackSettings.TrackedInterface;
import dev.pollux.grammar.model.UnicastSettings;
import dev.pollux.grammar.model.VrrpInstance.InitialState;
import dev.pollux.grammar.schema.Arguments;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A {@code vrrp_instance} while it is being read; null: not given. */
final class InstanceDraft implements Kept.Keeper {

    final String name;
    final SourceSpan span;

    @Nullable
    Integer virtualRouterId;

    @Nullable
    String interfaceName;

    @Nullable
    SourceSpan interfaceSpan;

    @Nullable
    Integer version;

    @Nullable
    InitialState state;

    @Nullable
    Integer priority;

    @Nullable
    Duration interval;

    @Nullable
    SourceSpan intervalSpan;

    @Nullable
    Integer downTimerAdverts;

    @Nullable
    InetAddress source;

    boolean unicast;

    /** {@code check_unicast_src}. */
    boolean checkSource;

    /** {@code unicast_fault_no_peer}. */
    boolean faultWithoutPeer;

    boolean oldChecksum;
    boolean neverOldChecksum;
    boolean trackSource;

    @Nullable
    Boolean ownerIgnoresAdverts;

    /** {@code auth_hmac}. */
    @Nullable
    ExtensionDraft extension;

    @Nullable
    Boolean skipAddressCheck;

    @Nullable
    Boolean strict;

    @Nullable
    Boolean lowerPriorityNoAdvert;

    @Nullable
    Boolean higherPrioritySendAdvert;

    @Nullable
    Boolean checksumAsVersion2;

    final List<UnicastSettings.Peer> peers = new ArrayList<>();

    @Nullable
    Integer unicastTtl;

    @Nullable
    AuthenticationDraft authentication;

    boolean noPreempt;

    @Nullable
    Duration preemptDelay;

    final List<AddressDraft> addresses = new ArrayList<>();
    final List<AddressDraft> excluded = new ArrayList<>();
    boolean promoteSecondaries;

    /** Lines of {@code virtual_routes}. */
    final List<Arguments> routes = new ArrayList<>();

    /** Lines of {@code virtual_rules}. */
    final List<Arguments> rules = new ArrayList<>();

    /** {@code lvs_sync_daemon_interface}. */
    @Nullable
    String syncDaemonInterface;

    /** {@code vrf}. */
    @Nullable
    String vrf;

    /** {@code timer_expired_backup}; 0: not given. */
    int expiredBackup;

    final GarpDraft garp = new GarpDraft();

    boolean trackPrimary = true;
    final List<TrackedInterface> trackedInterfaces = new ArrayList<>();

    /** {@code track_interface} of its sync group. */
    final List<TrackedInterface> groupInterfaces = new ArrayList<>();

    boolean grouped;

    /** Its sync group has no {@code sync_group_tracking_weight}. */
    boolean weightsIgnored;

    boolean accept;
    boolean noAccept;
    boolean noAddressesWanted;
    /** {@code use_vmac} or {@code use_ipvlan}. */
    VirtualInterfaceWords.@Nullable Read virtualInterface;

    /** {@code use_vmac_addr}. */
    boolean virtualMacForAddresses;

    /** {@code restore_deleted}; null: as in {@code global_defs}. */
    @Nullable
    Boolean restoreDeleted;

    boolean transmitOnBase;

    /** {@code mcast_dst_ip}. */
    @Nullable
    InetAddress destination;

    @Nullable
    SourceSpan nativeIpv6;

    final NotifyDraft notify = new NotifyDraft();
    final List<TrackedReference> trackedObjects = new ArrayList<>();

    /** What its sync group tracks. */
    final List<TrackedReference> groupObjects = new ArrayList<>();

    /** What its sync group says of notifications; null: it is in none. */
    @Nullable
    NotifyDraft groupNotify;

    /** What the file has defined above. */
    final Names names;

    private final Kept kept = new Kept();

    InstanceDraft(String name, SourceSpan span, Names names) {
        this.name = name;
        this.span = span;
        this.names = names;
    }

    /** What messages call it. */
    String describe() {
        return "vrrp_instance " + name;
    }

    /** {@code authentication}; null: not given. */
    static final class AuthenticationDraft {

        final SourceSpan span;

        @Nullable
        String type;

        @Nullable
        String password;

        AuthenticationDraft(SourceSpan span) {
            this.span = span;
        }
    }

    @Override
    public Kept kept() {
        return kept;
    }
}
