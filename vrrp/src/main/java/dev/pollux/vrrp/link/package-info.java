/**
 * Interfaces made for virtual routers: macvlans with a virtual MAC address and ipvlans, with the kernel settings that they and
 * the interfaces below need. Made on the {@code rtnl} loop, wanted by the {@code vrrp} loop. May depend on {@code linux} and
 * {@code grammar.model}.
 */
@NullMarked
package dev.pollux.vrrp.link;

import org.jspecify.annotations.NullMarked;
