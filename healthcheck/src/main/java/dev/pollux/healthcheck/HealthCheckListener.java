package dev.pollux.healthcheck;

/** Hears what the checkers conclude. Called on a {@code check} loop; must not block. */
@FunctionalInterface
public interface HealthCheckListener {

    void verdict(CheckerVerdict verdict);
}
