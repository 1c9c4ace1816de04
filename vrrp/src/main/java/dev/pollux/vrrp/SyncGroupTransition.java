package dev.pollux.vrrp;

import dev.pollux.vrrp.machine.StateName;

/** A sync group's change of state: MASTER when all its members are, FAULT when one is. */
public record SyncGroupTransition(String name, StateName from, StateName to) {}
