package dev.pollux.grammar.bind;

import dev.pollux.grammar.diagnostic.DiagnosticCode;
import dev.pollux.grammar.model.AddressFamily;
import dev.pollux.grammar.model.AddressLiteral;
import dev.pollux.grammar.model.ServiceKey;
import dev.pollux.grammar.model.TransportProtocol;
import dev.pollux.grammar.schema.Arguments;
import dev.pollux.grammar.schema.IntegerType;
import dev.pollux.grammar.syntax.Word;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One line of {@code virtual_server_group}. */
sealed interface ServerGroupEntry {

    /** A /16 of IPv4, or the last group of an IPv6 address: what keepalived can name, and more than anyone wants. */
    int MAX_ADDRESSES = 65_536;

    /** Null: the line does not say. */
    @Nullable
    AddressFamily family();

    /** Adds the services of this line. */
    List<ServiceKey> services(TransportProtocol protocol, AddressFamily family);

    /**
     * {@code ADDRESS[-LAST|/PREFIX] [PORT]}.
     *
     * @param port 0: not given
     */
    record Range(InetAddress first, int count, int port) implements ServerGroupEntry {
        @Override
        public AddressFamily family() {
            return AddressFamily.of(first);
        }

        @Override
        public List<ServiceKey> services(TransportProtocol protocol, AddressFamily family) {
            return addresses().stream()
                    .<ServiceKey>map(address -> new ServiceKey.ByAddress(protocol, address, port))
                    .toList();
        }

        /** All of them, in order. */
        List<InetAddress> addresses() {
            return IntStream.range(0, count).mapToObj(i -> plus(first, i)).toList();
        }
    }

    /** {@code fwmark N [inet|inet6]}. */
    record Mark(long mark, @Nullable AddressFamily family) implements ServerGroupEntry {
        @Override
        public List<ServiceKey> services(TransportProtocol protocol, AddressFamily fallback) {
            return List.of(new ServiceKey.ByFirewallMark(family == null ? fallback : family, mark));
        }
    }

    /** The line, or null after a report. */
    static @Nullable ServerGroupEntry read(Arguments line) {
        if (line.text(0).equals("fwmark")) {
            Long mark = line.count() > 1 ? IntegerType.strict(0, 0xFFFFFFFFL).read(line, 1) : null;
            if (mark == null) {
                return line.count() > 1 ? null : refuse(line, "fwmark has no number");
            }
            String family = line.count() > 2 ? line.text(2) : "";
            return new Mark(
                    mark,
                    family.equals("inet") ? AddressFamily.IPV4 : family.equals("inet6") ? AddressFamily.IPV6 : null);
        }
        String text = line.text(0);
        int cut = Math.max(text.indexOf('-'), text.indexOf('/'));
        InetAddress first = AddressLiteral.parse(cut < 0 ? text : text.substring(0, cut));
        if (first == null) {
            return refuse(line, "'" + text + "' is not an address or a range of addresses");
        }
        int port = 0;
        if (line.count() > 1) {
            ServerAddress checked = ServerAddress.read(
                    new Arguments(line.statement(), withAddress(line, first), line.reports()), "the line is ignored");
            if (checked == null) {
                return null;
            }
            port = checked.port();
        }
        int count = cut < 0 ? 1 : count(first, text.charAt(cut), text.substring(cut + 1));
        return count <= 0
                ? refuse(line, "'" + text + "' is not a range of addresses of at most " + MAX_ADDRESSES)
                : new Range(first, count, port);
    }

    private static List<Word> withAddress(Arguments line, InetAddress address) {
        Word word = line.words().get(0);
        return List.of(
                new Word(address.getHostAddress(), word.quoted(), word.line(), word.start()),
                line.words().get(1));
    }

    private static @Nullable ServerGroupEntry refuse(Arguments line, String why) {
        line.report(
                DiagnosticCode.INVALID_VALUE,
                0,
                why + ", the line is ignored",
                "write ADDRESS PORT, 192.0.2.1-9 PORT, 192.0.2.0/28 PORT or fwmark N");
        return null;
    }

    /** How many addresses; 0 or less: not a range. */
    private static int count(InetAddress first, char kind, String rest) {
        byte[] bytes = first.getAddress();
        if (kind == '/') {
            int prefix = number(rest, 10);
            int hostBits = bytes.length * 8 - prefix;
            boolean fits = prefix >= 0 && hostBits >= 0 && hostBits <= 16;
            int mask = fits ? (1 << hostBits) - 1 : -1;
            int low = (bytes[bytes.length - 2] & 0xFF) << 8 | (bytes[bytes.length - 1] & 0xFF);
            return fits && (low & mask) == 0 ? 1 << hostBits : 0;
        }
        InetAddress last = AddressLiteral.parse(rest);
        if (last != null) {
            BigInteger distance = new BigInteger(1, last.getAddress()).subtract(new BigInteger(1, bytes));
            boolean fits = last.getAddress().length == bytes.length && distance.bitLength() <= 16;
            return fits && distance.signum() >= 0 && distance.intValue() < MAX_ADDRESSES ? distance.intValue() + 1 : 0;
        }
        boolean ipv4 = bytes.length == 4;
        int low = ipv4 ? bytes[3] & 0xFF : (bytes[14] & 0xFF) << 8 | (bytes[15] & 0xFF);
        int end = number(rest, ipv4 ? 10 : 16);
        return end > low && end <= (ipv4 ? 0xFF : 0xFFFF) ? end - low + 1 : 0;
    }

    private static int number(String text, int radix) {
        try {
            return text.length() > 5 ? -1 : Integer.parseInt(text, radix);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private static InetAddress plus(InetAddress first, int offset) {
        byte[] bytes = Arrays.copyOf(first.getAddress(), first.getAddress().length);
        int carry = offset;
        for (int i = bytes.length - 1; i >= 0 && carry != 0; i--) {
            carry += bytes[i] & 0xFF;
            bytes[i] = (byte) carry;
            carry >>>= 8;
        }
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four or sixteen bytes are an address", e);
        }
    }
}
