/**
 * What happened on the wire and to the addresses, each with the time the kernel gave it. Depends on the JDK,
 * {@code ..integration.network} and the machine's {@code tcpdump}, {@code tshark} and {@code ip}.
 */
@NullMarked
package dev.pollux.integration.capture;

import org.jspecify.annotations.NullMarked;
