package dev.pollux.director.cli;

/** {@code --format}: how findings are written. */
public enum ReportForm {
    /** For people. */
    TEXT,
    /** For editors and pipelines. */
    JSON;

    /**
     * Reads it.
     *
     * @throws IllegalArgumentException where there is no such form
     */
    static ReportForm parse(String text) {
        return switch (text) {
            case "text" -> TEXT;
            case "json" -> JSON;
            default -> throw new IllegalArgumentException("--format=" + text + ": wanted text or json");
        };
    }
}
