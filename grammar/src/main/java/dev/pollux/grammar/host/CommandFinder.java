package dev.pollux.grammar.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks for commands in the file system, and at who could change them. */
public final class CommandFinder {

    private static final List<Path> FOLDERS = List.of(
            Path.of("/usr/local/bin"), Path.of("/usr/bin"), Path.of("/bin"), Path.of("/usr/sbin"), Path.of("/sbin"));

    private static final int STICKY = 01000;

    private CommandFinder() {}

    /** The verdict on a path, or on a name that is looked for in the usual folders. */
    public static HostFacts.Command find(String command) {
        try {
            Path file = locate(command);
            if (file == null) {
                return HostFacts.Command.MISSING;
            }
            return isSafe(file.toRealPath()) ? HostFacts.Command.RUNNABLE : HostFacts.Command.INSECURE;
        } catch (InvalidPathException | IOException e) {
            return HostFacts.Command.MISSING;
        }
    }

    private static @Nullable Path locate(String command) {
        if (command.indexOf('/') >= 0) {
            Path file = Path.of(command);
            return isProgram(file) ? file : null;
        }
        for (Path folder : FOLDERS) {
            if (isProgram(folder.resolve(command))) {
                return folder.resolve(command);
            }
        }
        return null;
    }

    private static boolean isProgram(Path file) {
        return Files.isRegularFile(file) && Files.isExecutable(file);
    }

    /** Every component belongs to root, and nobody else may write to it but in a sticky folder, where everybody has their own. */
    private static boolean isSafe(Path file) throws IOException {
        for (Path part = file; part != null; part = part.getParent()) {
            PosixFileAttributes attributes = Files.readAttributes(part, PosixFileAttributes.class);
            Set<PosixFilePermission> permissions = attributes.permissions();
            boolean groupWrites = permissions.contains(PosixFilePermission.GROUP_WRITE)
                    && !attributes.group().getName().equals("root");
            boolean othersWrite = groupWrites || permissions.contains(PosixFilePermission.OTHERS_WRITE);
            if (!attributes.owner().getName().equals("root") || (othersWrite && !isSticky(part))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSticky(Path part) throws IOException {
        return Files.isDirectory(part) && ((int) Files.getAttribute(part, "unix:mode") & STICKY) != 0;
    }
}
