@NullMarked
package dev.pollux.grammar.source;

import org.jspecify.annotations.NullMarked;
