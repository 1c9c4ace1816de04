/**
 * Rules of the packet filter for virtual routers: packets to addresses that are not accepted are dropped, and what the kernel
 * says of itself on virtual interfaces stays off the wire. Scripts are made without I/O and applied on the {@code rtnl} loop.
 * May depend on {@code linux} and {@code grammar.model}.
 */
@NullMarked
package dev.pollux.vrrp.firewall;

import org.jspecify.annotations.NullMarked;
