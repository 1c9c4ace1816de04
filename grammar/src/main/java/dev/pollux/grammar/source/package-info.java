/**
 * From files to lines without comments, includes, definitions and conditions, one at a time, each knowing where it came
 * from. Depends on {@code diagnostic} only. Used by one thread for one reading.
 */
@NullMarked
package dev.pollux.grammar.source;

import org.jspecify.annotations.NullMarked;
