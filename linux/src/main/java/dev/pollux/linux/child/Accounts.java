package dev.pollux.linux.child;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Numbers of users and groups, from the files of passwd(5) and group(5). No name service is asked: it might not answer. */
public final class Accounts {

    private static final int ID = 2;
    private static final int PRIMARY_GROUP = 3;

    private final Path users;
    private final Path groups;

    Accounts(Path users, Path groups) {
        this.users = users;
        this.groups = groups;
    }

    /** Those of this machine. */
    public static Accounts local() {
        return new Accounts(Path.of("/etc/passwd"), Path.of("/etc/group"));
    }

    /**
     * The identity of a user.
     *
     * @param group empty: the user's own
     * @return empty: there is no such user or group
     */
    public Optional<Identity.Account> find(String user, String group, boolean allGroups) {
        OptionalInt userId = number(users, user, ID);
        OptionalInt groupId = group.isEmpty() ? number(users, user, PRIMARY_GROUP) : number(groups, group, ID);
        return userId.isPresent() && groupId.isPresent()
                ? Optional.of(new Identity.Account(userId.getAsInt(), groupId.getAsInt(), allGroups))
                : Optional.empty();
    }

    private static OptionalInt number(Path file, String name, int field) {
        try {
            for (String line : Files.readAllLines(file, StandardCharsets.ISO_8859_1)) {
                List<String> fields = List.of(line.split(":", -1));
                if (fields.get(0).equals(name) && fields.size() > field) {
                    return OptionalInt.of(Integer.parseUnsignedInt(fields.get(field)));
                }
            }
            return OptionalInt.empty();
        } catch (IOException | NumberFormatException e) {
            return OptionalInt.empty();
        }
    }
}
