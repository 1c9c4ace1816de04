/**
 * What would break a pair of directors, told by comparing their configurations. Pure; depends on {@code model},
 * {@code diagnostic} and the reader's result. Both sides are compared in the same way, so that their order only decides who is
 * named first.
 */
@NullMarked
package dev.pollux.grammar.pair;

import org.jspecify.annotations.NullMarked;
