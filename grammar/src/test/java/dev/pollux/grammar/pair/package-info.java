@NullMarked
package dev.pollux.grammar.pair;

import org.jspecify.annotations.NullMarked;
