package dev.pollux.linux.route;

import java.util.Arrays;
import java.util.HexFormat;

/** The link-layer address of an interface: 6 bytes of MAC address on Ethernet, others elsewhere, none at all on tunnels. */
public final class HardwareAddress {

    public static final HardwareAddress NONE = new HardwareAddress(new byte[0]);

    private final byte[] bytes;

    private HardwareAddress(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Takes a copy of the bytes. */
    public static HardwareAddress of(byte[] bytes) {
        return new HardwareAddress(bytes.clone());
    }

    /** A copy of the bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    public int length() {
        return bytes.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HardwareAddress that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** For example {@code 02:00:5e:00:01:33}. */
    @Override
    public String toString() {
        return HexFormat.ofDelimiter(":").formatHex(bytes);
    }
}
