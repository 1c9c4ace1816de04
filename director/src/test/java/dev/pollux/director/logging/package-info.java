/** Tests of {@link dev.pollux.director.logging}. */
@NullMarked
package dev.pollux.director.logging;

import org.jspecify.annotations.NullMarked;
