/**
 * Scripts of the configuration as programs to run: as whom, how often they were run, and one after the other where their
 * order matters. Owned by the {@code control} loop.
 */
@NullMarked
package dev.pollux.director.script;

import org.jspecify.annotations.NullMarked;
