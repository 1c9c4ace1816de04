/**
 * The way back: a configuration as canonical text that reads as an equal configuration. Pure; depends on {@code model}.
 */
@NullMarked
package dev.pollux.grammar.text;

import org.jspecify.annotations.NullMarked;
