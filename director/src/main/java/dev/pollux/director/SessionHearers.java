package dev.pollux.director;

import dev.pollux.grammar.model.TrackerKey;
import dev.pollux.healthcheck.HealthCheckProxy;
import dev.pollux.vrrp.VrrpProxy;
import dev.pollux.vrrp.bfd.BfdListener;
import dev.pollux.vrrp.machine.TrackerReading;

/** Who hears of BFD sessions: the virtual routers that track them, and the checkers. Each heeds those that it has in its file. */
record SessionHearers(VrrpProxy routers, HealthCheckProxy checks) implements BfdListener {

    @Override
    public void session(String name, boolean up, String reason) {
        routers.tracked(new TrackerKey(TrackerKey.Kind.BFD, name), new TrackerReading.Health(up));
        checks.session(name, up, reason);
    }
}
