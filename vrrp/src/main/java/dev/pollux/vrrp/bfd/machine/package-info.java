/**
 * The BFD session as a pure function (RFC 5880 6.8): events in, actions out, no I/O, no clock, no log.
 *
 * <p>Depends on {@code bfd.packet}. Owned by nobody: values in, values out.
 */
@NullMarked
package dev.pollux.vrrp.bfd.machine;

import org.jspecify.annotations.NullMarked;
