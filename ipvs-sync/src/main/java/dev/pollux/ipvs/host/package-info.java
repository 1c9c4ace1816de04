/**
 * What IPVS needs of this host besides its table: the daemons that synchronise connections, and kernel settings. Both may
 * wait for the kernel's rtnl lock and are owned by the {@code host} loop; others use {@link dev.pollux.ipvs.host.HostProxy}
 * from any thread. Knows nothing of virtual routers: whoever does says which instance is master.
 */
@NullMarked
package dev.pollux.ipvs.host;

import org.jspecify.annotations.NullMarked;
