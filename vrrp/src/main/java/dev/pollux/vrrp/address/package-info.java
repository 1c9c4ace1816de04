/**
 * The addresses, routes and rules that masters hold, and the static ones: what the {@code vrrp} loop wants, carried out
 * over rtnetlink on the {@code rtnl} loop, which may wait there for as long as somebody holds the kernel's rtnl lock.
 *
 * <p>Wishes are not queued: the newest one of each holder replaces those before it. May depend on {@code linux} and
 * {@code grammar.model}.
 */
@NullMarked
package dev.pollux.vrrp.address;

import org.jspecify.annotations.NullMarked;
