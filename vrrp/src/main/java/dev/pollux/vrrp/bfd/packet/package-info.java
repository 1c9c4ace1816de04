/**
 * BFD control packets as bytes (RFC 5880 4.1).
 *
 * <p>Depends on nothing. Owned by nobody: values in, values out.
 */
@NullMarked
package dev.pollux.vrrp.bfd.packet;

import org.jspecify.annotations.NullMarked;
