package dev.pollux.grammar.model;

/** {@code TCP_CHECK}: up when a connection is established within the connect timeout. */
public record TcpCheck(CheckTiming timing, CheckConnection connection) implements Checker.Connecting {

    @Override
    public String keyword() {
        return "TCP_CHECK";
    }

    @Override
    public TcpCheck withTiming(CheckTiming other) {
        return new TcpCheck(other, connection);
    }
}
