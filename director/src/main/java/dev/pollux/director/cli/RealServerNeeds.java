package dev.pollux.director.cli;

import dev.pollux.grammar.model.AddressText;
import dev.pollux.grammar.model.Forwarding.Encapsulation;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a real server is to be made ready for.
 *
 * @param virtualAddresses of DR and TUN, at least one
 * @param gateway of NAT: the director's address on the server's side; of FULLNAT: the way to the local addresses, null where
 *     they are in the server's own subnet
 * @param localAddresses of FULLNAT
 */
public record RealServerNeeds(
        RealServerMode mode,
        List<InetAddress> virtualAddresses,
        Tunnel tunnel,
        @Nullable InetAddress gateway,
        List<InetAddress> localAddresses) {

    public RealServerNeeds {
        virtualAddresses = List.copyOf(virtualAddresses);
        localAddresses = List.copyOf(localAddresses);
    }

    /**
     * What requests are wrapped in.
     *
     * @param port UDP port of {@link Encapsulation#GUE}, else 0
     */
    public record Tunnel(Encapsulation encapsulation, int port) {
        /** {@code lvs_method TUN} without a type. */
        public static final Tunnel IPIP = new Tunnel(Encapsulation.IPIP, 0);
    }

    /** The virtual addresses of DR or TUN with the usual tunnel. */
    public static RealServerNeeds addresses(RealServerMode mode, Tunnel tunnel, List<InetAddress> addresses) {
        return new RealServerNeeds(mode, addresses, tunnel, null, List.of());
    }

    /** FULLNAT from these addresses. */
    public static RealServerNeeds fullNat(List<InetAddress> localAddresses, @Nullable InetAddress gateway) {
        return new RealServerNeeds(RealServerMode.FULLNAT, List.of(), Tunnel.IPIP, gateway, localAddresses);
    }

    /** The same address by address, so that one can be taken back. */
    public List<RealServerNeeds> single() {
        List<RealServerNeeds> single = new ArrayList<>();
        virtualAddresses.forEach(address -> single.add(addresses(mode, tunnel, List.of(address))));
        localAddresses.forEach(address -> single.add(fullNat(List.of(address), gateway)));
        return single.isEmpty() ? List.of(this) : single;
    }

    /** What {@link RealServerCommand} reads again. */
    public List<String> words() {
        List<String> words = new ArrayList<>(List.of(mode.word()));
        virtualAddresses.forEach(address -> words.addAll(List.of("--vip", AddressText.of(address))));
        localAddresses.forEach(address -> words.addAll(List.of("--local-address", AddressText.of(address))));
        if (tunnel.encapsulation() != Encapsulation.IPIP) {
            words.addAll(List.of("--tunnel", tunnel.encapsulation().name().toLowerCase(Locale.ROOT)));
        }
        if (tunnel.port() != 0) {
            words.addAll(List.of("--port", String.valueOf(tunnel.port())));
        }
        if (gateway != null) {
            words.addAll(List.of(mode == RealServerMode.NAT ? "--gateway" : "--via", AddressText.of(gateway)));
        }
        return words;
    }
}
