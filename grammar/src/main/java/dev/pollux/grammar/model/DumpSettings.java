package dev.pollux.grammar.model;

/**
 * Where and how the files are written that signals ask for.
 *
 * @param jsonVersion {@code json_version}: 1, a list of instances, or 2, an object
 * @param stateFile {@code state_dump_file}: a file, or a folder if it ends with a slash; empty: keepalived.data
 * @param named {@code data_use_instance}: the name of that file has {@code names} in it
 * @param names of {@code net_namespace} and {@code instance}; empty: there are none
 */
public record DumpSettings(int jsonVersion, String stateFile, boolean named, String names) {

    public static DumpSettings defaults() {
        return new DumpSettings(1, "", false, "");
    }

    /** What stands before the last dot of the file's name; empty: nothing. */
    public String suffix() {
        return named ? names : "";
    }
}
