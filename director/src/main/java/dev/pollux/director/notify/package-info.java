/**
 * Tells the outside what happens: scripts, FIFOs and mail. Events come from the engines' loops; everything here is owned by
 * the {@code control} loop, and what waits for others (a script, a reader, a mail server) waits in a queue of its own.
 */
@NullMarked
package dev.pollux.director.notify;

import org.jspecify.annotations.NullMarked;
