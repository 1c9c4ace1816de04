package dev.pollux.grammar.model;

/**
 * {@code DNS_CHECK}: up when a name server answers a question without an error; what it answers does not matter.
 *
 * @param name {@code name}: the domain asked for; empty: the root
 */
public record DnsCheck(CheckTiming timing, CheckConnection connection, Type type, String name)
        implements Checker.Connecting {

    @Override
    public String keyword() {
        return "DNS_CHECK";
    }

    @Override
    public DnsCheck withTiming(CheckTiming other) {
        return new DnsCheck(other, connection, type, name);
    }

    /** {@code type}: what is asked for, with its number (RFC 1035 3.2.2, RFC 3596 2.1, RFC 4034). */
    public enum Type {
        A(1),
        NS(2),
        CNAME(5),
        SOA(6),
        MX(15),
        TXT(16),
        AAAA(28),
        RRSIG(46),
        DNSKEY(48);

        private final int number;

        Type(int number) {
            this.number = number;
        }

        public int number() {
            return number;
        }
    }
}
