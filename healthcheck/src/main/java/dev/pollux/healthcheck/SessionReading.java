package dev.pollux.healthcheck;

/**
 * What was last heard of a BFD session.
 *
 * @param reason for people, without a full stop
 */
record SessionReading(boolean up, String reason) {}
