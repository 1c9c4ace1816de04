package dev.pollux.healthcheck.policy;

/** How one check ended. */
public sealed interface CheckOutcome {

    /** The server answered as it should. */
    record Passed() implements CheckOutcome {}

    /**
     * The server did not answer as it should.
     *
     * @param failure what went wrong, in keepalived's categories
     * @param reason the particulars for people, without a full stop: {@code Connection refused}
     */
    record Failed(Failure failure, String reason) implements CheckOutcome {}

    /**
     * The check could not be made for a reason on this machine (no descriptor, address or interface to send from), which
     * says nothing about the server.
     *
     * @param step what failed, as keepalived names it: {@code socket bind}
     * @param reason the particulars for people, without a full stop
     */
    record NotMade(String step, String reason) implements CheckOutcome {}

    /** What can go wrong, with the line that keepalived logs for it. */
    enum Failure {
        TCP_UNREACHABLE("TCP connection to %s failed."),
        TCP_TIMEOUT("TCP connection to %s timeout."),
        HTTP_NETWORK_UNREACHABLE("HTTP_CHECK - network unreachable server %s."),
        HTTP_UNREACHABLE("Connection failed server %s."),
        HTTP_CONNECT_TIMEOUT("Timeout connecting server %s."),
        TLS_HANDSHAKE("SSL handshake/communication error connecting to server %s."),
        HTTP_READ_ERROR("Read error with server %s."),
        HTTP_READ_TIMEOUT("Timeout HTTP read server %s."),
        HTTP_NO_DATA("Read, no data received from server %s."),
        HTTP_STATUS("HTTP status code error to server %s."),
        HTTP_DIGEST("MD5 digest error to server %s."),
        BFD_DOWN("BFD check of %s failed.");

        private final String line;

        Failure(String line) {
            this.line = line;
        }

        /** keepalived's log line about this server. */
        public String describe(String server) {
            return line.formatted(server);
        }
    }
}
