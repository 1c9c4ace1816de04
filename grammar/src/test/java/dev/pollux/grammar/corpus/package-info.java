/** Comparison with what keepalived makes of other people's files; those are not part of the project. */
@NullMarked
package dev.pollux.grammar.corpus;

import org.jspecify.annotations.NullMarked;
