/** Tests of {@link dev.pollux.director.http}. */
@NullMarked
package dev.pollux.director.http;

import org.jspecify.annotations.NullMarked;
