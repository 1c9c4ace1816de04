package dev.pollux.linux.route;

/** A notification of the kernel about links, addresses, routes and rules. */
public sealed interface RouteEvent {

    /** A link came or changed, or nothing about it changed: the kernel repeats itself. */
    record LinkChanged(Link link) implements RouteEvent {}

    /** A link is gone, deleted or moved to another namespace. */
    record LinkRemoved(Link link) implements RouteEvent {}

    /** An address came or changed its flags. */
    record AddressAdded(InterfaceAddress address) implements RouteEvent {}

    record AddressRemoved(InterfaceAddress address) implements RouteEvent {}

    /** A route is gone; the kernel says nothing of those that go with the interface or address they depend on. */
    record RouteRemoved(Route route) implements RouteEvent {}

    record RuleRemoved(Rule rule) implements RouteEvent {}

    /** Notifications were lost: dump links and addresses again. */
    record NotificationsLost() implements RouteEvent {}
}
