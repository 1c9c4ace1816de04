package dev.pollux.director.reload;

/**
 * How reloads went so far.
 *
 * @param generation number of the configuration in force, from 1
 * @param applied configurations put in force, the first included
 * @param refused reloads that changed nothing
 * @param failed reloads that stopped half-way
 * @param lastSucceeded whether the last one was applied
 * @param lastEpochMillis when the last one ended
 */
public record History(
        long generation, long applied, long refused, long failed, boolean lastSucceeded, long lastEpochMillis) {

    /** Before the first. */
    public static History none() {
        return new History(0, 0, 0, 0, false, 0);
    }

    /** After one more. */
    public History after(Outcome outcome, long epochMillis) {
        if (outcome instanceof Outcome.Applied done) {
            return new History(done.generation(), applied + 1, refused, failed, true, epochMillis);
        }
        return outcome instanceof Outcome.Refused
                ? new History(generation, applied, refused + 1, failed, false, epochMillis)
                : new History(generation + 1, applied, refused, failed + 1, false, epochMillis);
    }
}
