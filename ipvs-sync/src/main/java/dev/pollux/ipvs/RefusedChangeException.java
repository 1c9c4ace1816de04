package dev.pollux.ipvs;

/** A configuration that is not brought into force; the message says why and what to do. */
public final class RefusedChangeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RefusedChangeException(String reason) {
        super(reason);
    }
}
