package dev.pollux.director.cli;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code --http-listen}: {@code ADDRESS:PORT}, {@code [ADDRESS]:PORT} for IPv6, or {@code off}. */
final class ListenAddress {

    private static final Pattern FORM = Pattern.compile("(?:\\[([0-9A-Fa-f:.]+)]|([0-9.]+)):([0-9]{1,5})");
    private static final int MAX_PORT = 65535;

    private ListenAddress() {}

    static InetSocketAddress byDefault() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 9165);
    }

    /**
     * Reads it.
     *
     * @return null for {@code off}
     * @throws IllegalArgumentException in any other case
     */
    static @Nullable InetSocketAddress parse(String text) {
        if (text.equals("off")) {
            return null;
        }
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches() || Integer.parseInt(matcher.group(3)) > MAX_PORT) {
            throw new IllegalArgumentException(
                    "--http-listen=" + text + ": wanted ADDRESS:PORT, [ADDRESS]:PORT or off");
        }
        String address = matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
        try {
            return new InetSocketAddress(InetAddress.getByName(address), Integer.parseInt(matcher.group(3)));
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("--http-listen=" + text + ": " + address + " is not an address", e);
        }
    }
}
