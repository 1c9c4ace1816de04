package dev.pollux.grammar.text;

import dev.pollux.grammar.model.AddressText;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.time.Duration;
import java.util.regex.Pattern;

/** Lines of a keepalived.conf while they are written: indented by block, words quoted where they must be. */
final class Lines {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_.:/%*+-]+");
    private static final int NANOS = 9;
    private static final int MILLISECONDS = 1000;

    private final StringBuilder text = new StringBuilder();
    private String indent = "";

    /** Opens a block, writes what is in it and closes it. */
    void block(String head, Runnable content) {
        line(head + " {");
        indent += "    ";
        content.run();
        indent = indent.substring(4);
        line("}");
    }

    void line(String line) {
        text.append(indent).append(line).append('\n');
    }

    /** A keyword and its value, as one word. */
    void word(String keyword, String value) {
        line(keyword + " " + quoted(value));
    }

    void number(String keyword, long value) {
        line(keyword + " " + value);
    }

    void onOff(String keyword, boolean value) {
        line(keyword + (value ? " on" : " off"));
    }

    /** A flag, written only where it is set. */
    void flag(String keyword, boolean value) {
        if (value) {
            line(keyword);
        }
    }

    void seconds(String keyword, Duration value) {
        line(keyword + " " + decimal(value));
    }

    void milliseconds(String keyword, Duration value) {
        line(keyword + " " + decimal(value.multipliedBy(MILLISECONDS)));
    }

    /** Seconds with as many decimals as it takes. */
    static String decimal(Duration value) {
        return BigDecimal.valueOf(value.getSeconds())
                .add(BigDecimal.valueOf(value.getNano(), NANOS))
                .stripTrailingZeros()
                .toPlainString();
    }

    void address(String keyword, InetAddress value) {
        line(keyword + " " + AddressText.of(value));
    }

    /** {@code HEAD ADDRESS [PORT]}; port 0 is left out. */
    static String server(String head, InetAddress address, int port) {
        return head + " " + AddressText.of(address) + (port == 0 ? "" : " " + port);
    }

    /** A word cannot hold a double quote, so that nothing needs to be escaped. */
    static String quoted(String word) {
        return PLAIN.matcher(word).matches() ? word : '"' + word + '"';
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
