package dev.pollux.ipvs.marks;

/** What outlives the director: which group has which mark, since connections are those of a mark's service. */
public interface MarkJournal {

    /** Remembers nothing. */
    MarkJournal NONE = new MarkJournal() {
        @Override
        public GroupMarks read() {
            return GroupMarks.none();
        }

        @Override
        public void write(GroupMarks marks) {}
    };

    /** Those that an earlier director gave away. */
    GroupMarks read();

    /** They hold from now on. */
    void write(GroupMarks marks);
}
