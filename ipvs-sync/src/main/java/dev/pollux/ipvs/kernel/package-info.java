/**
 * The kernel's side of IPVS: the generic netlink family {@code IPVS} (uapi linux/ip_vs.h), its messages and a client.
 *
 * <p>Depends on {@code dev.pollux.linux} and {@code dev.pollux.ipvs.table}. A client belongs to the loop that opened it,
 * {@code lvs}: the kernel carries out commands within the system call.
 */
@NullMarked
package dev.pollux.ipvs.kernel;

import org.jspecify.annotations.NullMarked;
