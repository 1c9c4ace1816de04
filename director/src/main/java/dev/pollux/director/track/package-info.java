/**
 * What virtual routers track by name: scripts, files and processes. Each is watched once, however many instances track it,
 * and what it gives goes to the {@code vrrp} loop as an event. Owned by the {@code control} loop.
 */
@NullMarked
package dev.pollux.director.track;

import org.jspecify.annotations.NullMarked;
