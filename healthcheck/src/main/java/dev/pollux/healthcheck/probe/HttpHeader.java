package dev.pollux.healthcheck.probe;

/**
 * What a check reads from the header of an answer.
 *
 * @param status exactly three digits; empty where the first line has none after its first space, followed by a space
 * @param contentLength of the header spelled {@code Content-Length}, as keepalived alone knows it; -1: none that is a number
 */
record HttpHeader(String status, long contentLength) {

    private static final String CONTENT_LENGTH = "\r\nContent-Length:";

    /** Reads a header up to and including its empty line. */
    static HttpHeader parse(String header) {
        return new HttpHeader(status(header.substring(0, header.indexOf('\r'))), contentLength(header));
    }

    private static String status(String line) {
        int start = line.indexOf(' ') + 1;
        boolean wellFormed = start > 0
                && line.length() > start + 3
                && line.charAt(start + 3) == ' '
                && line.chars().skip(start).limit(3).allMatch(HttpHeader::isDigit);
        return wellFormed ? line.substring(start, start + 3) : "";
    }

    private static long contentLength(String header) {
        int name = header.indexOf(CONTENT_LENGTH);
        if (name < 0) {
            return -1;
        }
        int start = name + CONTENT_LENGTH.length();
        String value = header.substring(start, header.indexOf('\r', start)).strip();
        // Eighteen digits fit a long; nobody means more.
        boolean number =
                !value.isEmpty() && value.length() <= 18 && value.chars().allMatch(HttpHeader::isDigit);
        return number ? Long.parseLong(value) : -1;
    }

    private static boolean isDigit(int character) {
        return '0' <= character && character <= '9';
    }
}
