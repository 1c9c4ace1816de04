/** Tests of {@code bin/pollux}, the launcher that supervises the director, with a stand-in for the JVM. */
@NullMarked
package dev.pollux.director.launcher;

import org.jspecify.annotations.NullMarked;
