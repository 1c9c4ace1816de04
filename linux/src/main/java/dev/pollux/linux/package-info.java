/** What Pollux asks of Linux. Knows nothing of VRRP, IPVS or configuration. */
@NullMarked
package dev.pollux.linux;

import org.jspecify.annotations.NullMarked;
