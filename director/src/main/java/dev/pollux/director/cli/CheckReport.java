package dev.pollux.director.cli;

/**
 * What {@code pollux check} says.
 *
 * @param strict notices count as problems
 * @param verbose findings are written below the line of their file
 */
public record CheckReport(boolean strict, boolean verbose, ReportForm form) {}
