/**
 * Which keyword a block knows, what its argument must be, and where the value goes. Depends on {@code syntax} and
 * {@code diagnostic}; knows nothing of the model. Tables are immutable and shared; reports belong to one reading.
 */
@NullMarked
package dev.pollux.grammar.schema;

import org.jspecify.annotations.NullMarked;
