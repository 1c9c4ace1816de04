package dev.pollux.director.script;

import dev.pollux.grammar.model.Script;
import dev.pollux.grammar.model.ScriptUser;
import dev.pollux.linux.child.Accounts;
import dev.pollux.linux.child.Command;
import dev.pollux.linux.child.Identity;
import dev.pollux.linux.process.ProcessStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes programs to run of scripts of the configuration. */
public final class ScriptCommands {

    /** keepalived's default, on machines that have such a user. */
    private static final String DEFAULT_USER = "keepalived_script";

    private static final Identity ROOT = new Identity.Account(0, 0, false);

    private final Accounts accounts;
    private final int ownUserId;
    private final boolean allGroups;

    ScriptCommands(Accounts accounts, int ownUserId, boolean allGroups) {
        this.accounts = accounts;
        this.ownUserId = ownUserId;
        this.allGroups = allGroups;
    }

    /**
     * For scripts of this machine's users.
     *
     * @param allGroups {@code set_supplementary_groups}
     */
    public static ScriptCommands local(boolean allGroups) {
        return new ScriptCommands(Accounts.local(), ProcessStatus.read().effectiveUserId(), allGroups);
    }

    /** The script with more arguments behind its own; empty: it cannot run as whom it should. */
    public Optional<Command> command(Script script, List<String> more) {
        return identity(script).map(identity -> new Command(words(script, more), identity));
    }

    private static List<String> words(Script script, List<String> more) {
        List<String> words = new ArrayList<>(script.command());
        words.addAll(more);
        char first = words.get(0).isEmpty() ? ' ' : words.get(0).charAt(0);
        return first == '<' || first == '>' ? List.of("/bin/sh", "-c", String.join(" ", words)) : words;
    }

    /** Only root can be somebody else. */
    private Optional<Identity> identity(Script script) {
        ScriptUser user = script.user();
        Optional<Identity.Account> account = user == null
                ? accounts.find(DEFAULT_USER, "", allGroups)
                : accounts.find(user.name(), user.group(), allGroups);
        if (ownUserId == 0) {
            return user == null
                    ? Optional.of(account.<Identity>map(known -> known).orElse(ROOT))
                    : account.map(a -> a);
        }
        boolean ours = user == null
                || account.filter(known -> known.userId() == ownUserId).isPresent();
        return ours ? Optional.of(new Identity.Ours()) : Optional.empty();
    }
}
