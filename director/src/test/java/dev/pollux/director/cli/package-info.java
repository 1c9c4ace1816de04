/** Tests of {@link dev.pollux.director.cli}. */
@NullMarked
package dev.pollux.director.cli;

import org.jspecify.annotations.NullMarked;
