package dev.pollux.grammar.model;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/**
 * {@code lvs_sync_daemon}: the kernel tells the connections of this director to the others, so that they survive a failover.
 *
 * @param interfaceName where it sends and listens
 * @param instance the VRRP instance whose master sends while the others listen; null: this director does both
 * @param syncId 0 to 255: daemons of another are not heard
 * @param maxLength bytes of a message; 0: the kernel's default
 * @param port UDP; 0: the kernel's default, 8848
 * @param ttl 0: the kernel's default, 1
 * @param group multicast address; null: the kernel's default, 224.0.0.81
 */
public record SyncDaemonSettings(
        String interfaceName,
        @Nullable String instance,
        int syncId,
        int maxLength,
        int port,
        int ttl,
        @Nullable InetAddress group) {}
