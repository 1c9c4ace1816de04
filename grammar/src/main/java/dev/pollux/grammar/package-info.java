/** keepalived.conf from text to diagnostics and a typed, immutable configuration. Pure: no clock, no network, no threads. */
@NullMarked
package dev.pollux.grammar;

import org.jspecify.annotations.NullMarked;
