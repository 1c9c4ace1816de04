/**
 * From lines to statements: words cut by hand, structure by an ANTLR grammar that accepts every text. Depends on
 * {@code source} and {@code diagnostic}. Used by one thread for one reading.
 */
@NullMarked
package dev.pollux.grammar.syntax;

import org.jspecify.annotations.NullMarked;
