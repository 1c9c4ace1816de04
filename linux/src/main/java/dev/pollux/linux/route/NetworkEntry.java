package dev.pollux.linux.route;

/** An entry of one of the tables that rtnetlink changes: something to be there or not. */
public sealed interface NetworkEntry permits InterfaceAddress, Route, Rule {}
