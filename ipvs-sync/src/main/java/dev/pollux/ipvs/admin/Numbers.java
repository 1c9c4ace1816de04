package dev.pollux.ipvs.admin;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers on the command line. */
final class Numbers {

    private static final Pattern NUMBER = Pattern.compile("\\s*\\+?(\\d{1,18})");

    private Numbers() {}

    /**
     * Reads a decimal number.
     *
     * @param option what it belongs to, for the message
     */
    static long read(String option, String text, long least, long most) {
        Matcher matcher = NUMBER.matcher(text);
        long number = matcher.matches() ? Long.parseLong(matcher.group(1)) : -1;
        if (number < least || number > most) {
            throw UsageException.meaning(option + " " + text + ": wanted a number from " + least + " to " + most);
        }
        return number;
    }
}
