package dev.pollux.grammar.bind;

import dev.pollux.grammar.diagnostic.SourceSpan;
import dev.pollux.grammar.model.LocalAddress;
import dev.pollux.grammar.model.TrackSettings.TrackedInterface;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The whole file while it is being read. */
final class ConfigurationDraft implements Kept.Keeper {

    private final Kept kept = new Kept();

    final GlobalDraft global = new GlobalDraft();
    final Map<String, InstanceDraft> instances = new LinkedHashMap<>();
    final Map<String, SyncGroupDraft> syncGroups = new LinkedHashMap<>();
    final List<VirtualServerDraft> virtualServers = new ArrayList<>();
    /** All virtual servers, null for each of {@link #virtualServers}; empty: there are no others. */
    List<@Nullable KnownServer> order = List.of();

    final Names names = new Names();
    final StaticDraft statics = new StaticDraft();

    /** How many instances and virtual servers were asked for and cannot be had. */
    int lost;

    @Nullable
    String networkNamespace;

    /** {@code instance}. */
    @Nullable
    String instanceName;

    final Map<String, SourceSpan> linkbeatInterfaces = new LinkedHashMap<>();
    final List<TrackerDraft> trackers = new ArrayList<>();

    /** {@code bfd_instance} by name. */
    final Map<String, BfdDraft> sessions = new LinkedHashMap<>();
    /** {@code local_address_group} by name. */
    final Map<String, List<LocalAddressDraft>> localGroups = new LinkedHashMap<>();

    final Map<String, ServerGroupDraft> serverGroups = new LinkedHashMap<>();

    @Override
    public Kept kept() {
        return kept;
    }

    /** An address of a {@code local_address_group}. */
    record LocalAddressDraft(LocalAddress address, SourceSpan span) {}

    /** A {@code vrrp_sync_group}. */
    static final class SyncGroupDraft {

        final String name;
        final SourceSpan span;
        final List<String> members = new ArrayList<>();
        final NotifyDraft notify = new NotifyDraft();
        final List<TrackedReference> trackedObjects = new ArrayList<>();
        final Names names;
        boolean trackingWeight;
        final List<TrackedInterface> trackedInterfaces = new ArrayList<>();

        SyncGroupDraft(String name, SourceSpan span, Names names) {
            this.name = name;
            this.span = span;
            this.names = names;
        }
    }

    /** A {@code virtual_server_group}. */
    static final class ServerGroupDraft {

        final String name;
        final SourceSpan span;
        final List<ServerGroupEntry> entries = new ArrayList<>();

        ServerGroupDraft(String name, SourceSpan span) {
            this.name = name;
            this.span = span;
        }
    }
}
