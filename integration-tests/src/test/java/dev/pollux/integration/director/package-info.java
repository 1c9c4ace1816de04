/**
 * The program under test and the pair of hosts it runs on. Depends on {@code ..integration.network},
 * {@code ..integration.capture} and {@code ..integration.machine}; knows the program only by its command line, its
 * signals and what it writes.
 */
@NullMarked
package dev.pollux.integration.director;

import org.jspecify.annotations.NullMarked;
