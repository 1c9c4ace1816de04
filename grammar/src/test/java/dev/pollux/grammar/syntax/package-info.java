@NullMarked
package dev.pollux.grammar.syntax;

import org.jspecify.annotations.NullMarked;
