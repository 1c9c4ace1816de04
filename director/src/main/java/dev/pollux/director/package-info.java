/** The daemon: composes the engines, loads the configuration, serves metrics. Owned by the {@code control} loop. */
@NullMarked
package dev.pollux.director;

import org.jspecify.annotations.NullMarked;
