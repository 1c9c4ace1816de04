package dev.pollux.director.track;

import dev.pollux.grammar.model.Trackers.ProcessTracker;

/**
 * A {@code vrrp_track_process} at one moment.
 *
 * @param count how many of its processes run
 * @param quorum whether they have been enough for long enough
 * @param settling that is about to change, if it lasts
 */
public record ProcessStatus(ProcessTracker tracker, int count, boolean quorum, boolean settling) {}
