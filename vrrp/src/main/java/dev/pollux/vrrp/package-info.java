/**
 * Virtual routers as the rest of the program sees them ({@link dev.pollux.vrrp.VrrpProxy}), and the shell that executes what
 * the state machine decides: sockets, timers, addresses, announcements, log lines.
 *
 * <p>Owned by the {@code vrrp} loop, which waits for nothing: what may wait for the kernel's rtnl lock runs on the {@code rtnl}
 * loop; a {@code rehearsal} loop lives for a moment after the start. May depend on {@code linux} and {@code grammar.model}.
 */
@NullMarked
package dev.pollux.vrrp;

import org.jspecify.annotations.NullMarked;
