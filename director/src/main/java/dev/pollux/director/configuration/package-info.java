/**
 * Reads the configuration and judges whether it can be run: at the start with what can be understood of it, at a reload only
 * if it is without fault. Depends on {@code grammar}; owned by the {@code control} loop.
 */
@NullMarked
package dev.pollux.director.configuration;

import org.jspecify.annotations.NullMarked;
