@NullMarked
package dev.pollux.grammar.diagnostic;

import org.jspecify.annotations.NullMarked;
