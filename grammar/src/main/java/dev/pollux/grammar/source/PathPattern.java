package dev.pollux.grammar.source;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A file name with wildcards and braces, as the shell and glob(3) understand them. */
final class PathPattern {

    /** More alternatives than any list of files has; keeps nested braces from exploding. */
    private static final int MAX_ALTERNATIVES = 4096;

    private PathPattern() {}

    /** The pattern without braces: {@code a{b,c}d} gives {@code abd} and {@code acd}, in this order. */
    static List<String> alternatives(String pattern) {
        List<String> done = new ArrayList<>();
        List<String> todo = new ArrayList<>(List.of(pattern));
        while (!todo.isEmpty() && done.size() + todo.size() <= MAX_ALTERNATIVES) {
            String next = todo.remove(0);
            int open = next.indexOf('{');
            int close = open < 0 ? -1 : matchingBrace(next, open);
            if (close < 0) {
                done.add(next);
            } else {
                todo.addAll(0, expand(next, open, close));
            }
        }
        return done;
    }

    static boolean hasWildcard(String pattern) {
        return pattern.chars().anyMatch(c -> c == '*' || c == '?' || c == '[');
    }

    /** The files that a pattern without braces matches, sorted by name; a name without wildcard only if it exists. */
    static List<Path> matches(Path directory, String pattern) {
        if (!hasWildcard(pattern)) {
            Path file = directory.resolve(pattern);
            return Files.exists(file) ? List.of(file) : List.of();
        }
        List<Path> found = List.of(pattern.startsWith("/") ? Path.of("/") : directory);
        for (String part : pattern.split("/+", -1)) {
            if (!part.isEmpty()) {
                found = descend(found, part);
            }
        }
        return found;
    }

    private static List<Path> descend(List<Path> directories, String part) {
        List<Path> found = new ArrayList<>();
        for (Path directory : directories) {
            if (!hasWildcard(part)) {
                Path next = directory.resolve(part);
                if (Files.exists(next, LinkOption.NOFOLLOW_LINKS)) {
                    found.add(next);
                }
            } else if (Files.isDirectory(directory)) {
                found.addAll(list(directory, part));
            }
        }
        return found;
    }

    private static List<Path> list(Path directory, String part) {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
            for (Path entry : entries) {
                String name = String.valueOf(entry.getFileName());
                if ((!name.startsWith(".") || part.startsWith(".")) && matchesName(part, 0, name, 0)) {
                    found.add(entry);
                }
            }
        } catch (IOException | java.nio.file.DirectoryIteratorException e) {
            return List.of();
        }
        found.sort(null);
        return found;
    }

    private static boolean matchesName(String pattern, int p, String name, int n) {
        if (p == pattern.length()) {
            return n == name.length();
        }
        char c = pattern.charAt(p);
        if (c == '*') {
            int next = p;
            while (next < pattern.length() && pattern.charAt(next) == '*') {
                next++;
            }
            for (int i = n; i <= name.length(); i++) {
                if (matchesName(pattern, next, name, i)) {
                    return true;
                }
            }
            return false;
        }
        if (n == name.length()) {
            return false;
        }
        int close = c == '[' ? pattern.indexOf(']', p + 2) : -1;
        if (close > 0) {
            return inSet(pattern.substring(p + 1, close), name.charAt(n))
                    && matchesName(pattern, close + 1, name, n + 1);
        }
        return (c == '?' || c == name.charAt(n)) && matchesName(pattern, p + 1, name, n + 1);
    }

    private static boolean inSet(String set, char c) {
        boolean negated = set.charAt(0) == '!' || set.charAt(0) == '^';
        boolean found = false;
        for (int i = negated ? 1 : 0; i < set.length(); i++) {
            boolean range = i + 2 < set.length() && set.charAt(i + 1) == '-';
            char last = range ? set.charAt(i + 2) : set.charAt(i);
            found |= set.charAt(i) <= c && c <= last;
            i += range ? 2 : 0;
        }
        return found != negated;
    }

    private static int matchingBrace(String text, int open) {
        int depth = 0;
        for (int i = open; i < text.length(); i++) {
            depth += text.charAt(i) == '{' ? 1 : text.charAt(i) == '}' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return -1;
    }

    private static List<String> expand(String text, int open, int close) {
        List<String> out = new ArrayList<>();
        int depth = 0;
        int begin = open + 1;
        for (int i = open + 1; i <= close; i++) {
            char c = text.charAt(i);
            if (depth == 0 && (c == ',' || i == close)) {
                out.add(text.substring(0, open) + text.substring(begin, i) + text.substring(close + 1));
                begin = i + 1;
            }
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
        }
        return out;
    }
}
