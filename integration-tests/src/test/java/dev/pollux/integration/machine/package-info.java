/**
 * How much the machine itself gets in the way of a timed scenario: waits for the kernel's rtnl lock, time on the run
 * queue, CPU time stolen by the host. Depends on the JDK and the machine's {@code ip}.
 */
@NullMarked
package dev.pollux.integration.machine;

import org.jspecify.annotations.NullMarked;
