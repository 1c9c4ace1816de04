/**
 * How a configuration takes effect: read and validated whole, prepared by every engine, then committed by all or by none.
 * Owned by the {@code control} loop; engines are seen through {@link dev.pollux.director.reload.Engine} only.
 */
@NullMarked
package dev.pollux.director.reload;

import org.jspecify.annotations.NullMarked;
