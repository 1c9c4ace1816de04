package dev.pollux.ipvs.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.grammar.model.RealServer;
import dev.pollux.grammar.model.VirtualServer;
import dev.pollux.ipvs.table.Service;
import dev.pollux.ipvs.table.TableEntry;
import java.util.List;
import java.util.stream.Collectors;

/** One virtual server through a series of events. */
final class Story {

    private VirtualServer server;
    private VirtualServerState state;
    private List<Occurrence> occurrences;

    Story(VirtualServer server) {
        this.server = server;
        Transition start = VirtualServerPolicy.start(server);
        this.state = start.state();
        this.occurrences = start.occurrences();
    }

    Story verdict(RealServer realServer, int checker, boolean up) {
        return step(new VirtualServerEvent.Verdict(realServer.key(), checker, up, "because"), server);
    }

    Story weight(RealServer realServer, int checker, long delta) {
        return step(new VirtualServerEvent.WeightAdjusted(realServer.key(), checker, delta), server);
    }

    Story reload(VirtualServer next) {
        return step(new VirtualServerEvent.Reconfigured(server), next);
    }

    private Story step(VirtualServerEvent event, VirtualServer parameters) {
        Transition transition = VirtualServerPolicy.step(state, event, parameters);
        server = parameters;
        state = transition.state();
        occurrences = transition.occurrences();
        return this;
    }

    Story says(String... lines) {
        OccurrenceLines words = new OccurrenceLines(server);
        assertThat(occurrences.stream().flatMap(one -> words.of(one).stream())).containsExactly(lines);
        return this;
    }

    Story saysNothing() {
        return says();
    }

    Story tells(Occurrence... expected) {
        assertThat(occurrences).containsExactly(expected);
        return this;
    }

    /** Last byte of the address and weight of each destination, in order. */
    Story holds(String expected) {
        assertThat(TableEntry.of(
                                Service.of(server.services().get(0), server.settings()),
                                DesiredDestinations.of(server.services().get(0), server, state))
                        .destinations()
                        .values()
                        .stream()
                        .map(destination -> destination.key().address().getAddress()[3] + ":" + destination.weight())
                        .collect(Collectors.joining(" ")))
                .isEqualTo(expected);
        return this;
    }
}
