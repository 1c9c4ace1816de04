/**
 * The VRRP state machine, effective priority and sync groups, as pure functions over immutable values.
 *
 * <p>No I/O, no clock, no logger: time comes in with events, as nanoseconds since boot (CLOCK_MONOTONIC, never negative), and
 * what is to be done comes out as actions. May depend on {@code grammar.model} only. Called on the {@code vrrp} loop.
 */
@NullMarked
package dev.pollux.vrrp.machine;

import org.jspecify.annotations.NullMarked;
