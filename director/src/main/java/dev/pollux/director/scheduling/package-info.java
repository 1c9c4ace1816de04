/**
 * How the threads of the loops are scheduled, and how late they are.
 *
 * <p>Depends on {@code linux}, {@code grammar.model} and {@code metrics}. A {@link dev.pollux.director.scheduling.LoopScheduling}
 * belongs to the loop it is about, the rest to {@code control}.
 */
@NullMarked
package dev.pollux.director.scheduling;

import org.jspecify.annotations.NullMarked;
