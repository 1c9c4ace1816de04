/** Virtual servers in the kernel's IPVS table. Owned by the {@code lvs} loop. */
@NullMarked
package dev.pollux.ipvs;

import org.jspecify.annotations.NullMarked;
