/**
 * Generic netlink: families found by name, and the header their messages have (docs.kernel.org, "Generic Netlink").
 *
 * <p>Depends on {@code netlink}. Belongs to whichever loop owns the connection.
 */
@NullMarked
package dev.pollux.linux.generic;

import org.jspecify.annotations.NullMarked;
