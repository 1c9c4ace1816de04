package dev.pollux.grammar.model;

import java.net.InetAddress;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Whom a checker connects to, and from where.
 *
 * @param address {@code connect_ip}, else the real server's address
 * @param port {@code connect_port}, else the real server's port
 * @param timeout {@code connect_timeout}
 * @param bindAddress {@code bindto}; null: the kernel chooses
 * @param bindPort {@code bind_port}; 0: the kernel chooses
 * @param bindInterface {@code bind_if}; null: by route
 * @param firewallMark {@code fwmark} of the packets sent; 0: none
 */
public record CheckConnection(
        InetAddress address,
        int port,
        Duration timeout,
        @Nullable InetAddress bindAddress,
        int bindPort,
        @Nullable String bindInterface,
        long firewallMark) {}
