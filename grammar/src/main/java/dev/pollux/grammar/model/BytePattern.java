package dev.pollux.grammar.model;

/**
 * Bytes, some of whose halves may be anything.
 *
 * @param digits two hexadecimal digits in lower case for each byte; {@code x}: any four bits
 */
public record BytePattern(String digits) {

    private static final int RADIX = 16;

    /** Number of bytes. */
    public int length() {
        return digits.length() / 2;
    }

    /** The byte at {@code index}, 0 to 255, with zero bits where anything will do. */
    public int value(int index) {
        return value(digits.charAt(2 * index)) << 4 | value(digits.charAt(2 * index + 1));
    }

    /** The bits of the byte at {@code index} that matter, 0 to 255. */
    public int mask(int index) {
        return mask(digits.charAt(2 * index)) << 4 | mask(digits.charAt(2 * index + 1));
    }

    private static int value(char digit) {
        return digit == 'x' ? 0 : Character.digit(digit, RADIX);
    }

    private static int mask(char digit) {
        return digit == 'x' ? 0 : 0xf;
    }
}
