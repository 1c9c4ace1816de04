/**
 * Names of hosts and ports, for what people type and read. Depends on nothing of IPVS but the package {@code table}. A look-up
 * may wait for a name server: not for event loops.
 */
@NullMarked
package dev.pollux.ipvs.names;

import org.jspecify.annotations.NullMarked;
