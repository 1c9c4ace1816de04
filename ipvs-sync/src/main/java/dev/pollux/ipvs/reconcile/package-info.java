/**
 * Keeps the kernel's IPVS table equal to the desired one: after a change, after an error, and every few seconds, because
 * others can write to it too. Owned by the {@code lvs} loop; depends on the packages {@code table} and {@code kernel}
 * and knows nothing of virtual servers.
 */
@NullMarked
package dev.pollux.ipvs.reconcile;

import org.jspecify.annotations.NullMarked;
