package dev.pollux.linux.route;

import dev.pollux.linux.netlink.NetlinkConnection;
import dev.pollux.linux.netlink.NetlinkListener;
import dev.pollux.linux.netlink.NetlinkReader;
import dev.pollux.linux.netlink.NetlinkSubscription;
import io.netty.channel.IoEventLoop;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What happens to links and addresses, or to routes and rules, on an event loop. Open it before the first dump, so that no change falls between;
 * an event that tells what the dump already told is then to be expected.
 */
public final class RouteNotifications implements AutoCloseable {

    private static final int RTNLGRP_LINK = 1;
    private static final int RTNLGRP_IPV4_IFADDR = 5;
    private static final int RTNLGRP_IPV6_IFADDR = 9;
    private static final int RTNLGRP_IPV4_ROUTE = 7;
    private static final int RTNLGRP_IPV4_RULE = 8;
    private static final int RTNLGRP_IPV6_ROUTE = 11;
    private static final int RTNLGRP_IPV6_RULE = 19;
    private static final int RECEIVE_BUFFER = 4 * 1024 * 1024;
    private static final NetlinkSubscription SUBSCRIPTION = new NetlinkSubscription(
            NetlinkConnection.ROUTE, List.of(RTNLGRP_LINK, RTNLGRP_IPV4_IFADDR, RTNLGRP_IPV6_IFADDR), RECEIVE_BUFFER);
    private static final NetlinkSubscription ROUTING = new NetlinkSubscription(
            NetlinkConnection.ROUTE,
            List.of(RTNLGRP_IPV4_ROUTE, RTNLGRP_IPV6_ROUTE, RTNLGRP_IPV4_RULE, RTNLGRP_IPV6_RULE),
            RECEIVE_BUFFER);

    private final NetlinkListener listener;

    private RouteNotifications(NetlinkListener listener) {
        this.listener = listener;
    }

    /** Begins to listen in the calling thread's network namespace; events are given on the loop. */
    public static RouteNotifications open(IoEventLoop loop, Consumer<RouteEvent> onEvent) {
        return open(loop, SUBSCRIPTION, onEvent);
    }

    /** As {@link #open}, for the removal of routes and rules instead of links and addresses. */
    public static RouteNotifications ofRouting(IoEventLoop loop, Consumer<RouteEvent> onEvent) {
        return open(loop, ROUTING, onEvent);
    }

    private static RouteNotifications open(
            IoEventLoop loop, NetlinkSubscription subscription, Consumer<RouteEvent> onEvent) {
        return new RouteNotifications(NetlinkListener.open(
                loop,
                subscription,
                message -> decode(message).ifPresent(onEvent),
                () -> onEvent.accept(new RouteEvent.NotificationsLost())));
    }

    /** Reads what is waiting now, before a decision that must know it. On the loop only. */
    public void read() {
        listener.read();
    }

    /**
     * Has every address there is told as if it had just been added. An address that goes away meanwhile may be told after its
     * removal.
     */
    public void repeatAddresses() {
        listener.ask(AddressCodec.dump());
    }

    @Override
    public void close() {
        listener.close();
    }

    static Optional<RouteEvent> decode(NetlinkReader message) {
        Optional<RouteEvent> event =
                switch (message.type()) {
                    case LinkCodec.NEW_LINK -> LinkCodec.decode(message).map(RouteEvent.LinkChanged::new);
                    case LinkCodec.DELETE_LINK -> LinkCodec.decode(message).map(RouteEvent.LinkRemoved::new);
                    case AddressCodec.NEW_ADDRESS ->
                        AddressCodec.decode(message).map(RouteEvent.AddressAdded::new);
                    case AddressCodec.DELETE_ADDRESS ->
                        AddressCodec.decode(message).map(RouteEvent.AddressRemoved::new);
                    case RouteCodec.DELETE_ROUTE -> RouteCodec.decode(message).map(RouteEvent.RouteRemoved::new);
                    case RuleCodec.DELETE_RULE -> RuleCodec.decode(message).map(RouteEvent.RuleRemoved::new);
                    default -> Optional.empty();
                };
        return message.error().isPresent() ? Optional.empty() : event;
    }
}
