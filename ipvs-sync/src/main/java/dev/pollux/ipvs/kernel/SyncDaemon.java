package dev.pollux.ipvs.kernel;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/**
 * One of the two kernel threads that synchronise connections between directors.
 *
 * @param syncId 0 to 255; a backup heeds only masters of its own
 * @param maxLength bytes of a message; 0 in a request: the kernel's default
 * @param port UDP; 0 in a request: the kernel's default
 * @param ttl of multicast; 0 in a request: the kernel's default
 * @param group multicast address; null in a request: the kernel's default
 */
public record SyncDaemon(
        Role role,
        String interfaceName,
        int syncId,
        int maxLength,
        int port,
        int ttl,
        @Nullable InetAddress group) {

    /** {@code IP_VS_STATE_*}. */
    public enum Role {
        /** Sends. */
        MASTER(1),
        /** Listens. */
        BACKUP(2);

        private final int number;

        Role(int number) {
            this.number = number;
        }

        int number() {
            return number;
        }

        /** As ipvsadm has it: {@code master}. */
        @Override
        public String toString() {
            return this == MASTER ? "master" : "backup";
        }
    }

    /** Whether a running daemon is what this one asks for. */
    public boolean isMetBy(SyncDaemon running) {
        return role == running.role
                && interfaceName.equals(running.interfaceName)
                && syncId == running.syncId
                && (maxLength == 0 || maxLength == running.maxLength)
                && (port == 0 || port == running.port)
                && (ttl == 0 || ttl == running.ttl)
                && (group == null || group.equals(running.group));
    }
}
