/** The director as a process: what it may do and how it is found. */
@NullMarked
package dev.pollux.director.process;

import org.jspecify.annotations.NullMarked;
