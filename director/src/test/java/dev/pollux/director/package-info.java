/** Tests of {@link dev.pollux.director}. */
@NullMarked
package dev.pollux.director;

import org.jspecify.annotations.NullMarked;
