package dev.pollux.ipvs.listing;

/** A number of traffic in a column of nine characters. */
final class Quantity {

    private static final long THOUSAND = 1_000;
    private static final long MILLION = 1_000_000;
    private static final long BILLION = 1_000_000_000;

    private Quantity() {}

    /** With all its digits, though they take more room. */
    static String exact(long number) {
        return " %8s".formatted(Long.toUnsignedString(number));
    }

    /** From a hundred millions on in multiples of a thousand, a million and so on, rounded down. */
    static String rounded(long number) {
        if (number < 0) {
            return inUnits(Long.divideUnsigned(number, THOUSAND * BILLION), "T");
        } else if (number < 100 * MILLION) {
            return exact(number);
        } else if (number < BILLION) {
            return inUnits(number / THOUSAND, "K");
        } else if (number < 100 * BILLION) {
            return inUnits(number / MILLION, "M");
        } else if (number < 100 * THOUSAND * BILLION) {
            return inUnits(number / BILLION, "G");
        }
        return inUnits(number / (THOUSAND * BILLION), "T");
    }

    private static String inUnits(long number, String unit) {
        return "%8d%s".formatted(number, unit);
    }
}
