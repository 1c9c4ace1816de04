/** Tests of {@link dev.pollux.director.metrics}. */
@NullMarked
package dev.pollux.director.metrics;

import org.jspecify.annotations.NullMarked;
