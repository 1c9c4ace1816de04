/**
 * Network namespaces, the cables between them and frames put on those cables: the stage on which the scenarios play.
 * Depends on the JDK, jnr-ffi and the machine's {@code ip} and {@code nsenter}, never on the program under test.
 */
@NullMarked
package dev.pollux.integration.network;

import org.jspecify.annotations.NullMarked;
