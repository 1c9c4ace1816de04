/**
 * The other processes of this machine: who runs, and who came and went, by the kernel's proc connector.
 *
 * <p>Depends on {@code netlink}, {@code event} and {@code syscall}. A subscription belongs to the loop it was made for.
 */
@NullMarked
package dev.pollux.linux.processes;

import org.jspecify.annotations.NullMarked;
