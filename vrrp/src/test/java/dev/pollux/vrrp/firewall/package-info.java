/** Rules of the packet filter, given to one that is no kernel's. */
@NullMarked
package dev.pollux.vrrp.firewall;

import org.jspecify.annotations.NullMarked;
