/** Tests of {@link dev.pollux.director.scheduling}. */
@NullMarked
package dev.pollux.director.scheduling;

import org.jspecify.annotations.NullMarked;
