package dev.pollux.grammar.model;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/** Reads IP addresses as numbers, never as names: no look-up can stall a reload. */
public final class AddressLiteral {

    private AddressLiteral() {}

    /** The address, or null where the text is none: four decimal numbers or RFC 4291 2.2. */
    public static @Nullable InetAddress parse(String text) {
        byte[] bytes = text.indexOf(':') >= 0 ? parse6(text) : parse4(text);
        try {
            if (bytes == null) {
                return null;
            }
            return bytes.length == 16 ? Inet6Address.getByAddress(null, bytes, -1) : Inet4Address.getByAddress(bytes);
        } catch (UnknownHostException e) {
            return null;
        }
    }

    private static byte @Nullable [] parse4(String text) {
        byte[] bytes = new byte[4];
        int part = 0;
        int value = -1;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : '.';
            if (c == '.') {
                if (value < 0 || part == 4) {
                    return null;
                }
                bytes[part++] = (byte) value;
                value = -1;
            } else if (c < '0' || c > '9') {
                return null;
            } else {
                value = Math.max(value, 0) * 10 + (c - '0');
                if (value > 255) {
                    return null;
                }
            }
        }
        return part == 4 ? bytes : null;
    }

    private static byte @Nullable [] parse6(String text) {
        byte[] bytes = new byte[16];
        int length = 0;
        int gap = -1;
        int i = 0;
        if (text.startsWith("::")) {
            gap = 0;
            i = 2;
        } else if (text.startsWith(":")) {
            return null;
        }
        while (i < text.length()) {
            int end = text.indexOf(':', i);
            end = end < 0 ? text.length() : end;
            String group = text.substring(i, end);
            if (group.indexOf('.') >= 0) {
                byte[] tail = end == text.length() && length <= 12 ? parse4(group) : null;
                if (tail == null) {
                    return null;
                }
                System.arraycopy(tail, 0, bytes, length, 4);
                length += 4;
            } else {
                int value = hexadecimal(group);
                if (value < 0 || length == 16) {
                    return null;
                }
                bytes[length++] = (byte) (value >> 8);
                bytes[length++] = (byte) value;
            }
            i = end + 1;
            if (end < text.length() && i == text.length()) {
                return null;
            }
            if (i < text.length() && text.charAt(i) == ':') {
                if (gap >= 0) {
                    return null;
                }
                gap = length;
                i++;
            }
        }
        return spread(bytes, length, gap);
    }

    private static byte @Nullable [] spread(byte[] bytes, int length, int gap) {
        if (gap < 0) {
            return length == 16 ? bytes : null;
        }
        if (length > 14) {
            return null;
        }
        byte[] out = new byte[16];
        System.arraycopy(bytes, 0, out, 0, gap);
        System.arraycopy(bytes, gap, out, 16 - (length - gap), length - gap);
        return out;
    }

    private static int hexadecimal(String group) {
        if (group.isEmpty() || group.length() > 4) {
            return -1;
        }
        int value = 0;
        for (int i = 0; i < group.length(); i++) {
            int digit = Character.digit(group.charAt(i), 16);
            if (digit < 0 || group.charAt(i) > 'f') {
                return -1;
            }
            value = value << 4 | digit;
        }
        return value;
    }
}
