package dev.pollux.grammar.model;

/** {@code PING_CHECK}: up when an ICMP echo is answered within the connect timeout; the port means nothing. */
public record PingCheck(CheckTiming timing, CheckConnection connection) implements Checker.Connecting {

    @Override
    public String keyword() {
        return "PING_CHECK";
    }

    @Override
    public PingCheck withTiming(CheckTiming other) {
        return new PingCheck(other, connection);
    }
}
