/**
 * From statements to the model: the tables of all blocks, what they are read into, and the defaults, inheritance and
 * checks across blocks that make a configuration of it. Depends on {@code schema}, {@code syntax}, {@code diagnostic} and
 * {@code model}. Used by one thread for one reading.
 */
@NullMarked
package dev.pollux.grammar.bind;

import org.jspecify.annotations.NullMarked;
