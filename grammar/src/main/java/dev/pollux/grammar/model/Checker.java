package dev.pollux.grammar.model;

/** A health check of one real server. */
public sealed interface Checker permits Checker.Connecting, MiscCheck, FileCheck, BfdCheck {

    /** The keyword of its block, for example {@code TCP_CHECK}. */
    String keyword();

    CheckTiming timing();

    /** The same question, asked at other times. */
    Checker withTiming(CheckTiming timing);

    /** Whether both ask the same question, however often. */
    default boolean asksLike(Checker other) {
        return withTiming(other.timing()).equals(other);
    }

    /** One that asks over the network. */
    sealed interface Connecting extends Checker permits TcpCheck, HttpCheck, SmtpCheck, DnsCheck, PingCheck, UdpCheck {

        CheckConnection connection();

        @Override
        Connecting withTiming(CheckTiming timing);
    }
}
