package dev.pollux.vrrp.machine;

/** Names of the states, as keepalived logs and notifies them; the ordinal is keepalived's number. */
public enum StateName {
    INIT,
    BACKUP,
    MASTER,
    FAULT
}
