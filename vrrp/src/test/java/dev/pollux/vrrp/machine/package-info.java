/** The state machine in tables, and several of them on a simulated lossy link. */
@NullMarked
package dev.pollux.vrrp.machine;

import org.jspecify.annotations.NullMarked;
