package dev.pollux.linux.nftables;

/** A script was not applied, or a table could not be read. The message is one line for people, with the remedy if known. */
public final class NftablesException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NftablesException(String message) {
        super(message);
    }

    NftablesException(String message, Throwable cause) {
        super(message, cause);
    }
}
