/**
 * Virtual servers: from configuration and check results to the kernel's IPVS table. Others use {@link
 * dev.pollux.ipvs.IpvsProxy} from any thread; everything behind it is owned by the {@code lvs} loop. May depend on {@code
 * dev.pollux.linux} and the configuration model, and knows nothing of checkers at work or of virtual routers.
 */
@NullMarked
package dev.pollux.ipvs;

import org.jspecify.annotations.NullMarked;
