/**
 * What Prometheus is told. Each subject has a class that makes samples of an engine's newest snapshot; Micrometer writes them
 * out. Owned by the {@code control} loop, except the histograms of {@link dev.pollux.director.metrics.LoopMetrics}.
 */
@NullMarked
package dev.pollux.director.metrics;

import org.jspecify.annotations.NullMarked;
