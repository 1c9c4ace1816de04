package dev.pollux.director.doctor;

import dev.pollux.grammar.model.AddressFamily;
import dev.pollux.linux.route.HardwareAddress;
import java.net.InetAddress;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What the networks said when they were asked and listened to.
 *
 * @param answers to ARP and neighbour discovery, each host once; never this machine's own
 * @param adverts of VRRP, each sender once for each virtual router
 * @param failures why something could not be asked or heard
 */
record WireFacts(List<Answer> answers, List<HeardAdvert> adverts, List<String> failures) {

    static final WireFacts SILENCE = new WireFacts(List.of(), List.of(), List.of());

    WireFacts {
        answers = List.copyOf(answers);
        adverts = List.copyOf(adverts);
        failures = List.copyOf(failures);
    }

    /** Somebody says that an address is its own. */
    record Answer(InetAddress address, String interfaceName, HardwareAddress sender) {}

    /**
     * A router that says that it is master.
     *
     * @param count of its adverts that were heard
     */
    record HeardAdvert(Router router, int priority, List<InetAddress> addresses, int count) {
        HeardAdvert {
            addresses = List.copyOf(addresses);
        }
    }

    /** Whose adverts. */
    record Router(String interfaceName, AddressFamily family, int virtualRouterId, InetAddress source) {}

    /** Who answers for an address. */
    Set<HardwareAddress> owners(InetAddress address) {
        Set<HardwareAddress> owners = new LinkedHashSet<>();
        answers.stream()
                .filter(answer -> answer.address().equals(address))
                .forEach(answer -> owners.add(answer.sender()));
        return owners;
    }
}
