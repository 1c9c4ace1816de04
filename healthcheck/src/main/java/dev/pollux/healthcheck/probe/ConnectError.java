package dev.pollux.healthcheck.probe;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why a connection did not come about.
 *
 * @param blame what it says, and about whom
 * @param reason the system's words: {@code Connection refused}
 */
record ConnectError(Blame blame, String reason) {

    /** Whose fault a failed connection is. */
    enum Blame {
        /** The server, or the way to it, refused. */
        SERVER,
        /** No way to the server. */
        NETWORK,
        /** This machine could not even try. */
        LOCAL
    }

    private static final int LONGEST_WORDS = 100;

    /** Of errno.h: ENETDOWN, ECONNABORTED, ECONNRESET, ETIMEDOUT, ECONNREFUSED, EHOSTDOWN. */
    private static final Set<Integer> NETWORK_ERRORS = Set.of(100, 103, 104, 110, 111, 112);

    /** How Netty words an error of a system call: its own sockets and its JNI layer differ. */
    private static final Pattern SYSTEM_CALL_FAILED = Pattern.compile(
            "(?<call>\\w+)\\((?:\\.\\.)?\\) failed(?: with error\\(-(?<errno>\\d+)\\))?: (?<words>.*)", Pattern.DOTALL);

    /** What a failed connect means; Netty gives the error number only within the message. */
    static ConnectError ofConnect(Throwable cause) {
        if (cause instanceof NoRouteToHostException) {
            // ENETUNREACH or EHOSTUNREACH: Netty does not say which.
            return new ConnectError(Blame.NETWORK, "No route to host");
        }
        // Netty adds the address to the message and keeps the original as the cause.
        Throwable original = cause.getCause() instanceof ConnectException plain ? plain : cause;
        Matcher matcher = SYSTEM_CALL_FAILED.matcher(String.valueOf(original.getMessage()));
        if (!(original instanceof ConnectException) || !matcher.matches() || matcher.group("errno") == null) {
            return new ConnectError(Blame.LOCAL, words(original));
        }
        // An error that came back later is an answer from the network, whatever its number.
        boolean later = "finishConnect".equals(matcher.group("call"));
        boolean fromNetwork = later || NETWORK_ERRORS.contains(Integer.parseInt(matcher.group("errno")));
        return new ConnectError(fromNetwork ? Blame.SERVER : Blame.LOCAL, matcher.group("words"));
    }

    /** The system's words for what failed, or the best there is; never a whole packet in hexadecimal. */
    static String words(Throwable cause) {
        String message = cause.getMessage();
        if (message == null) {
            return cause.getClass().getSimpleName();
        }
        Matcher matcher = SYSTEM_CALL_FAILED.matcher(message);
        String words = matcher.matches() ? matcher.group("words") : message;
        return words.length() > LONGEST_WORDS ? words.substring(0, LONGEST_WORDS) + "..." : words;
    }
}
