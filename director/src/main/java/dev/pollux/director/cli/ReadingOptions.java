package dev.pollux.director.cli;

import org.jspecify.annotations.Nullable;

/**
 * How a configuration is to be read.
 *
 * @param configurationId {@code -i}: which {@code @id} lines are read; null: the host name
 * @param includesMustExist {@code -e}
 */
public record ReadingOptions(@Nullable String configurationId, boolean includesMustExist) {}
