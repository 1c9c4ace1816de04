package dev.pollux.grammar.source;

import dev.pollux.grammar.diagnostic.Diagnostic;
import dev.pollux.grammar.diagnostic.SourceSpan;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Replaces {@code $NAME} and {@code ${NAME}} by their definitions, however deep these refer to others. */
final class Substitution {

    /** keepalived stops at 1023 characters; generous, but no bomb. */
    static final int MAX_LENGTH = 1 << 16;

    private static final int MAX_DEPTH = 32;

    /** In one line; a definition that is empty in the end makes no text, however many others it refers to. */
    private static final int MAX_REFERENCES = 4_096;

    private final Definitions definitions;
    private final BuiltIns builtIns;
    private int references;

    Substitution(Definitions definitions, BuiltIns builtIns) {
        this.definitions = definitions;
        this.builtIns = builtIns;
    }

    /**
     * The line with all definitions of one line replaced; the same object when there is nothing to replace.
     *
     * @throws ExpansionException when definitions refer to each other in a circle or the text grows without measure
     */
    SourceLine apply(SourceLine line, String directory) throws ExpansionException {
        String text = line.text();
        int dollar = text.indexOf('$');
        if (dollar < 0) {
            return line;
        }
        references = 0;
        StringBuilder out = new StringBuilder(text.length() + 32);
        List<SourceLine.Expansion> expansions = new ArrayList<>(line.expansions());
        int copied = 0;
        while (dollar >= 0) {
            Reference reference = Reference.at(text, dollar);
            String replacement = reference == null ? null : text(reference, directory, 0);
            if (reference != null && replacement != null) {
                out.append(text, copied, dollar);
                int start = out.length();
                append(out, replacement);
                copied = reference.end();
                SourceSpan place = line.span(dollar, copied);
                expansions.add(new SourceLine.Expansion(
                        start, out.length(), place.column() - 1, place.length(), note(reference.name(), place)));
            }
            dollar = text.indexOf('$', Math.max(copied, dollar + 1));
        }
        if (copied == 0) {
            return line;
        }
        out.append(text, copied, text.length());
        return new SourceLine(out.toString(), line.file(), line.number(), line.original(), expansions);
    }

    /** The multi-line definition that the line ends with a reference to, or null. */
    @Nullable
    Reference multiLineReference(String text) {
        int dollar = text.lastIndexOf('$');
        Reference reference = dollar < 0 ? null : Reference.at(text, dollar);
        if (reference == null || reference.end() != text.length()) {
            return null;
        }
        Definition definition = definitions.get(reference.name());
        return definition != null && definition.multiLine() ? reference : null;
    }

    /** How many definitions were looked up for the line replaced last. */
    int references() {
        return references;
    }

    private @Nullable String text(Reference reference, String directory, int depth) throws ExpansionException {
        if (++references > MAX_REFERENCES) {
            throw new ExpansionException("the line needs more than " + MAX_REFERENCES + " definitions");
        }
        Definition definition = definitions.get(reference.name());
        if (definition == null) {
            return builtIns.text(reference.name(), directory);
        }
        if (depth >= MAX_DEPTH) {
            throw new ExpansionException(
                    "$" + reference.name() + " is defined by itself, or more than " + MAX_DEPTH + " definitions deep");
        }
        return definition.multiLine() ? null : expand(definition.lines().get(0), directory, depth + 1);
    }

    private String expand(String text, String directory, int depth) throws ExpansionException {
        int dollar = text.indexOf('$');
        if (dollar < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder();
        int copied = 0;
        while (dollar >= 0) {
            Reference reference = Reference.at(text, dollar);
            String replacement = reference == null ? null : text(reference, directory, depth);
            if (reference != null && replacement != null) {
                append(out.append(text, copied, dollar), replacement);
                copied = reference.end();
            }
            dollar = text.indexOf('$', Math.max(copied, dollar + 1));
        }
        return out.append(text, copied, text.length()).toString();
    }

    private static void append(StringBuilder out, String replacement) throws ExpansionException {
        if (out.length() + replacement.length() > MAX_LENGTH) {
            throw new ExpansionException("the definitions make a line of more than " + MAX_LENGTH + " characters");
        }
        out.append(replacement);
    }

    private Diagnostic.Note note(String name, SourceSpan use) {
        Definition definition = definitions.get(name);
        Diagnostic.Note known = definition == null ? null : definition.note(0);
        return known == null ? new Diagnostic.Note(use, "expanded from $" + name) : known;
    }

    /** Definitions that cannot be expanded; caught where the line is known. */
    static final class ExpansionException extends Exception {
        private static final long serialVersionUID = 1L;

        ExpansionException(String message) {
            super(message, null, false, false);
        }
    }
}
