package dev.pollux.ipvs.override;

/** What outlives the director: the overrides in force. */
public interface OverrideJournal {

    /** Remembers nothing. */
    OverrideJournal NONE = new OverrideJournal() {
        @Override
        public Overrides read() {
            return Overrides.none();
        }

        @Override
        public void write(Overrides overrides) {}
    };

    /** Those that an earlier director had. */
    Overrides read();

    /** They are in force from now on. */
    void write(Overrides overrides);
}
