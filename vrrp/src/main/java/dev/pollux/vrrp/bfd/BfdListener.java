package dev.pollux.vrrp.bfd;

/** Hears whether sessions are up. Called on the {@code bfd} loop; must not block. */
@FunctionalInterface
public interface BfdListener {

    /**
     * Of one session, whenever that changes, and of every session when a configuration has come into force: those who are
     * interested since then would not know otherwise.
     *
     * @param name of the {@code bfd_instance}
     * @param reason for people, without a full stop
     */
    void session(String name, boolean up, String reason);
}
