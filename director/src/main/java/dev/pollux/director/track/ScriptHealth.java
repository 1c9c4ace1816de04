package dev.pollux.director.track;

/**
 * Whether a tracked script counts as well: it must succeed {@code rise} times in a row to become so, and fail {@code fall}
 * times to become failed. The first result decides at once.
 *
 * @param result 0 to rise + fall - 1, well from rise on; {@link #UNKNOWN}: there is none yet
 */
record ScriptHealth(int rise, int fall, int result) {

    static final int UNKNOWN = -1;

    /** Before the first run. */
    static ScriptHealth initial(int rise, int fall, boolean failed) {
        return new ScriptHealth(rise, fall, failed ? 0 : UNKNOWN);
    }

    boolean known() {
        return result != UNKNOWN;
    }

    boolean well() {
        return result >= rise;
    }

    /** After one more run. */
    ScriptHealth after(boolean success) {
        int best = rise + fall - 1;
        if (!known()) {
            return with(success ? best : 0);
        }
        if (success) {
            return with(result < rise - 1 ? result + 1 : best);
        }
        return with(result > rise ? result - 1 : 0);
    }

    /** The same state under other numbers, after a reload. */
    ScriptHealth under(int newRise, int newFall) {
        int carried = !known() ? UNKNOWN : well() ? newRise + newFall - 1 : 0;
        return new ScriptHealth(newRise, newFall, carried);
    }

    private ScriptHealth with(int next) {
        return new ScriptHealth(rise, fall, next);
    }
}
