/**
 * Links, addresses, routes and rules through rtnetlink (rtnetlink(7)): commands and dumps, which may wait long for the kernel's rtnl
 * lock, and notifications, which never wait.
 *
 * <p>Depends on {@code netlink}. A {@link dev.pollux.linux.route.RouteClient} belongs to the {@code rtnl} loop,
 * {@link dev.pollux.linux.route.RouteNotifications} to the loop that opened them.
 */
@NullMarked
package dev.pollux.linux.route;

import org.jspecify.annotations.NullMarked;
