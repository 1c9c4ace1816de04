package dev.pollux.integration.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.integration.capture.NetworkEvent.AddressChange;
import dev.pollux.integration.capture.NetworkEvent.Advert;
import dev.pollux.integration.capture.NetworkEvent.Arp;
import dev.pollux.integration.director.DirectorPair;
import dev.pollux.integration.network.Host;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/** What scenarios look for on the timeline of a pair. */
record Sightings(DirectorPair pair) {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    /** The first advert from the external device of the host that is no resignation. */
    Advert advert(Host host, long since) {
        return pair.timeline().await("advert of " + host.label(), since, LIMIT, Advert.class, alive(host));
    }

    /** The first advert of priority 0 from the external device of the host. */
    Advert resignation(Host host, long since) {
        return pair.timeline().await("resignation of " + host.label(), since, LIMIT, Advert.class, resigned(host));
    }

    /** The last advert of the host before the given one. */
    Advert lastAdvert(Host host, Advert before) {
        return pair.timeline()
                .lastBefore(before.nanos(), Advert.class, alive(host))
                .orElseThrow();
    }

    /** The adverts of the host, resignations included. */
    List<Advert> adverts(Host host, long since) {
        return pair.timeline()
                .since(since, Advert.class, advert -> advert.port().equals(host.port(DirectorPair.EXTERNAL)))
                .toList();
    }

    Arp gratuitousArp(Host host, String address, long since) {
        return pair.timeline()
                .await(
                        "gratuitous ARP of " + host.label(),
                        since,
                        LIMIT,
                        Arp.class,
                        arp -> arp.gratuitous()
                                && arp.port().startsWith(host.label() + ".")
                                && arp.sender().equals(address));
    }

    AddressChange gained(Host host, String address, long since) {
        return pair.timeline()
                .await(
                        host.label() + " gets " + address,
                        since,
                        LIMIT,
                        AddressChange.class,
                        change -> change.added()
                                && change.host().equals(host.label())
                                && change.address().equals(address));
    }

    AddressChange lost(Host host, String address, long since) {
        return pair.timeline()
                .await(
                        host.label() + " loses " + address,
                        since,
                        LIMIT,
                        AddressChange.class,
                        change -> !change.added()
                                && change.host().equals(host.label())
                                && change.address().equals(address));
    }

    /** The changes of the address on the host. */
    List<AddressChange> changes(Host host, String address, long since) {
        return pair.timeline()
                .since(
                        since,
                        AddressChange.class,
                        change -> change.host().equals(host.label())
                                && change.address().equals(address))
                .toList();
    }

    /** Waits until one host has the address and the other has not. */
    void awaitHolder(Host holder, Host other, String address) {
        Awaitility.await(holder.label() + " alone has " + address)
                .atMost(LIMIT)
                .until(() -> pair.has(holder, address) && !pair.has(other, address));
    }

    /** Asserts that for the whole time to come the condition holds. */
    void staysTrue(String what, Duration time, Predicate<DirectorPair> condition) {
        Awaitility.await(what)
                .pollDelay(Duration.ZERO)
                .during(time)
                .atMost(time.plusSeconds(5))
                .failFast(what + " no longer holds", () -> !condition.test(pair))
                .until(() -> condition.test(pair));
    }

    /** Asserts that since then the host has been silent and its address has not changed hands. */
    void nothingHappened(Host host, String address, long since) {
        pair.drain();
        assertThat(adverts(host, since)).as("adverts of " + host.label()).isEmpty();
        assertThat(changes(host, address, since))
                .as("address changes on " + host.label())
                .isEmpty();
    }

    private static Predicate<Advert> alive(Host host) {
        return advert -> advert.priority() > 0 && advert.port().equals(host.port(DirectorPair.EXTERNAL));
    }

    private static Predicate<Advert> resigned(Host host) {
        return advert -> advert.priority() == 0 && advert.port().equals(host.port(DirectorPair.EXTERNAL));
    }
}
