package dev.pollux.grammar.model;

/**
 * {@code SMTP_CHECK}: up when a mail server greets with 220, and answers 250 to our HELO.
 *
 * @param helo {@code helo_name}: whom we say that we are
 */
public record SmtpCheck(CheckTiming timing, CheckConnection connection, String helo) implements Checker.Connecting {

    /** {@code helo_name} where none is given. */
    public static final String DEFAULT_HELO = "smtpchecker.keepalived.org";

    @Override
    public String keyword() {
        return "SMTP_CHECK";
    }

    @Override
    public SmtpCheck withTiming(CheckTiming other) {
        return new SmtpCheck(other, connection, helo);
    }
}
