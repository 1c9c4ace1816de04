/**
 * {@code pollux realserver}: makes this machine ready to be a real server and takes that back. What a real server needs is a
 * list of steps, each of which knows the command that takes it, whether it is taken, and what undoes it; applying, printing
 * and {@code pollux doctor} use the same list. Depends on {@code director.host} and the command line; belongs to no loop.
 */
@NullMarked
package dev.pollux.director.realserver;

import org.jspecify.annotations.NullMarked;
