package dev.pollux.grammar.source;

import dev.pollux.grammar.diagnostic.DiagnosticCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds and opens the files that an include names. */
final class Includes {

    private static final Set<PosixFilePermission> EXECUTABLE = Set.of(
            PosixFilePermission.OWNER_EXECUTE, PosixFilePermission.GROUP_EXECUTE, PosixFilePermission.OTHERS_EXECUTE);

    private final SourceReports reports;

    Includes(SourceReports reports) {
        this.reports = reports;
    }

    /** The files to read for {@code include PATTERN}, in order, opened; what is wrong with others is reported. */
    List<FileFeed> open(SourceLine line, String pattern, Checks checks, FileFeed includer) {
        List<FileFeed> feeds = new ArrayList<>();
        IncludeCheck check = checks.wanted();
        int matched = 0;
        try {
            Path directory = includer.path().toAbsolutePath().getParent();
            for (String alternative : PathPattern.alternatives(pattern)) {
                List<Path> files = PathPattern.matches(directory == null ? Path.of("/") : directory, alternative);
                matched += files.size();
                reportMissing(line, alternative, files, check);
                for (Path file : files) {
                    openInto(feeds, line, file, checks, includer);
                }
            }
        } catch (InvalidPathException e) {
            matched = 0;
        }
        if (matched == 0 && !check.match() && !check.wildcard()) {
            reports.add(
                    DiagnosticCode.INCLUDE_EMPTY,
                    line,
                    "include '" + pattern + "' matches no file, nothing is included",
                    "the path is relative to the folder of this file; use includem where the file must exist");
        }
        return feeds;
    }

    private void reportMissing(SourceLine line, String name, List<Path> files, IncludeCheck check) {
        boolean wildcard = PathPattern.hasWildcard(name);
        boolean braces = check.braces() && !wildcard;
        if (files.isEmpty() && (wildcard ? check.wildcard() : check.match() || braces)) {
            reports.add(
                    DiagnosticCode.INCLUDE_CHECK,
                    line,
                    "included file '" + name + "' does not exist",
                    "create it, or use include where it may be absent");
        }
    }

    private void openInto(List<FileFeed> feeds, SourceLine line, Path file, Checks checks, FileFeed includer) {
        String name = displayName(file, includer);
        String problem = problem(file);
        try {
            if (problem == null) {
                feeds.add(new FileFeed(FileLines.open(file), file, name, checks.current(), reports));
                return;
            }
        } catch (IOException e) {
            problem = "cannot be read: " + e.getClass().getSimpleName();
        }
        reports.add(
                checks.wanted().read() ? DiagnosticCode.INCLUDE_CHECK : DiagnosticCode.INCLUDE_EMPTY,
                line,
                "included file '" + name + "' " + problem + ", it is skipped",
                "include plain, readable files without execute permission");
    }

    private static @org.jspecify.annotations.Nullable String problem(Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                return Files.isDirectory(file) ? "is a directory" : "is not a plain file";
            }
            boolean executable = Files.getPosixFilePermissions(file).stream().anyMatch(EXECUTABLE::contains);
            return executable ? "is executable" : null;
        } catch (IOException | UnsupportedOperationException e) {
            return "cannot be examined";
        }
    }

    /** Beside the including file's own name, so that messages read as the user wrote them. */
    private static String displayName(Path file, FileFeed includer) {
        Path absolute = includer.path().toAbsolutePath().getParent();
        Path shown = Path.of(includer.name()).getParent();
        if (absolute == null || !file.startsWith(absolute)) {
            return file.toString();
        }
        Path relative = absolute.relativize(file);
        return (shown == null ? relative : shown.resolve(relative)).toString();
    }

    /**
     * @param wanted what this include must fulfil
     * @param current what is in force before and after the included files
     */
    record Checks(IncludeCheck wanted, IncludeCheck current) {}
}
