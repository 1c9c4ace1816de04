@NullMarked
package dev.pollux.grammar.schema;

import org.jspecify.annotations.NullMarked;
