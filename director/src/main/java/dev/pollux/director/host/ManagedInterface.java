package dev.pollux.director.host;

/**
 * An interface that a network manager has configured and will configure again.
 *
 * @param keepsAddresses it was told to leave addresses alone that others add
 * @param file what it was configured by; empty: not known
 */
public record ManagedInterface(String name, NetworkManager by, boolean keepsAddresses, String file) {

    /** Programs that configure interfaces. */
    public enum NetworkManager {
        SYSTEMD_NETWORKD("systemd-networkd"),
        NETWORK_MANAGER("NetworkManager");

        private final String text;

        NetworkManager(String text) {
            this.text = text;
        }

        /** As it is called by its users. */
        public String text() {
            return text;
        }
    }
}
