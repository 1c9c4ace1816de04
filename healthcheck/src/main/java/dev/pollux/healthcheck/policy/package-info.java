/**
 * What the result of a check means: pure rules without sockets, clock or log.
 *
 * <p>Depends on {@code grammar.model} only. Owned by nobody: values in, values out.
 */
@NullMarked
package dev.pollux.healthcheck.policy;

import org.jspecify.annotations.NullMarked;
