/**
 * Sessions of bidirectional forwarding detection (RFC 5880, 5881, 5883) as the rest of the program sees them
 * ({@link dev.pollux.vrrp.bfd.BfdProxy}), and the shell around their rules: sockets, timers, log lines.
 *
 * <p>Owned by the {@code bfd} loop, whose thread starts with the first session. May depend on {@code linux} and
 * {@code grammar.model}; it knows nothing of virtual routers, and they nothing of it.
 */
@NullMarked
package dev.pollux.vrrp.bfd;

import org.jspecify.annotations.NullMarked;
