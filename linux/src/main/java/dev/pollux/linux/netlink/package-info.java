/**
 * The netlink protocol (netlink(7), docs.kernel.org "Netlink Handbook"): a writer and a reader of messages and
 * attributes, a synchronous connection for requests and dumps, and a listener for multicast notifications.
 *
 * <p>Depends on {@code syscall} and {@code event}. The writer and the readers do no I/O. A connection belongs to one
 * thread, on which its calls wait for the kernel; a listener belongs to its loop and never waits.
 */
@NullMarked
package dev.pollux.linux.netlink;

import org.jspecify.annotations.NullMarked;
