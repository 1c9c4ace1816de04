package dev.pollux.director.notify;

import dev.pollux.vrrp.machine.StateName;

/**
 * A change of state as the outside is told of it.
 *
 * @param subject who changed
 * @param priority effective priority, 0 for a group
 */
record Announcement(Subject subject, State state, int priority) {

    /** Instance or group. */
    record Subject(Type type, String name) {

        /** Its word in the lines. */
        enum Type {
            INSTANCE,
            GROUP
        }
    }

    /** What is announced, in keepalived's words. */
    enum State {
        MASTER,
        BACKUP,
        FAULT,
        STOP,
        DELETED,
        MASTER_RX_LOWER_PRI,
        MASTER_PRIORITY,
        BACKUP_PRIORITY;

        /**
         * Of a state of the machine.
         *
         * @param atEnd what to say of one that is no more
         */
        static State of(StateName state, State atEnd) {
            return switch (state) {
                case MASTER -> MASTER;
                case BACKUP -> BACKUP;
                case FAULT -> FAULT;
                case INIT -> atEnd;
            };
        }
    }

    /** A line of a FIFO, with its end. */
    String line() {
        return subject.type() + " \"" + subject.name() + "\" " + state + " " + priority + "\n";
    }
}
