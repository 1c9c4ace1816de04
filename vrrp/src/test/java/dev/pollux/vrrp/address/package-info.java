/** Addresses wanted, held and written down, against a table that is no kernel's. */
@NullMarked
package dev.pollux.vrrp.address;

import org.jspecify.annotations.NullMarked;
