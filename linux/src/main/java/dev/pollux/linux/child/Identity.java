package dev.pollux.linux.child;

import java.util.List;

/** As whom a program runs. */
public sealed interface Identity {

    /** What setpriv(1) has to be told. */
    List<String> arguments();

    /** As this process. */
    record Ours() implements Identity {
        @Override
        public List<String> arguments() {
            return List.of();
        }
    }

    /**
     * As an account, with nothing of what this process may do unless the account is root.
     *
     * @param allGroups with all groups the account is in; else with the one group alone
     */
    record Account(int userId, int groupId, boolean allGroups) implements Identity {
        @Override
        public List<String> arguments() {
            return List.of("--reuid=" + userId, "--regid=" + groupId, allGroups ? "--init-groups" : "--clear-groups");
        }
    }
}
