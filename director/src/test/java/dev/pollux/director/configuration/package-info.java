/** Tests of {@link dev.pollux.director.configuration}. */
@NullMarked
package dev.pollux.director.configuration;

import org.jspecify.annotations.NullMarked;
