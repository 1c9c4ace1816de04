package dev.pollux.director.host;

import java.util.Map;
import java.util.OptionalInt;

/**
 * Kernel settings.
 *
 * @param values by path below {@code /proc/sys}: {@code net/ipv4/ip_forward}
 */
public record Sysctls(Map<String, Integer> values) {

    public Sysctls {
        values = Map.copyOf(values);
    }

    /** Empty: this kernel, or a module that is not loaded, has no such setting. */
    public OptionalInt find(String path) {
        Integer value = values.get(path);
        return value == null ? OptionalInt.empty() : OptionalInt.of(value);
    }

    /** Whether the setting is there and has this value. */
    public boolean is(String path, int value) {
        return Integer.valueOf(value).equals(values.get(path));
    }

    /** What counts on an interface where the kernel takes the greater of {@code all} and the interface's own value. */
    public int effective(String interfaceName, String setting) {
        return Math.max(
                find(ofInterface("all", setting)).orElse(0),
                find(ofInterface(interfaceName, setting)).orElse(0));
    }

    /** The path of an IPv4 setting of an interface. */
    public static String ofInterface(String interfaceName, String setting) {
        return "net/ipv4/conf/" + interfaceName + "/" + setting;
    }

    /** As sysctl(8) takes it: with dots, but with slashes where the name of an interface has a dot. */
    public static String name(String path) {
        return path.indexOf('.') < 0 ? path.replace('/', '.') : path;
    }

    /** The path of what {@link #name} named. */
    public static String path(String name) {
        return name.indexOf('/') < 0 ? name.replace('.', '/') : name;
    }
}
