package dev.pollux.vrrp;

import java.util.List;

/** The engine cannot run a configuration; nothing was changed. */
public final class RefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final List<String> reasons;

    /** With one line for people for each reason. */
    public RefusedException(List<String> reasons) {
        super(String.join("; ", reasons));
        this.reasons = List.copyOf(reasons);
    }

    /** One line for people each. */
    public List<String> reasons() {
        return reasons;
    }
}
