/** Tests of {@link dev.pollux.director.reload}. */
@NullMarked
package dev.pollux.director.reload;

import org.jspecify.annotations.NullMarked;
