@NullMarked
package dev.pollux.grammar;

import org.jspecify.annotations.NullMarked;
