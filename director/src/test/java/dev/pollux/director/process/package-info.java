/** Tests of {@link dev.pollux.director.process}. */
@NullMarked
package dev.pollux.director.process;

import org.jspecify.annotations.NullMarked;
