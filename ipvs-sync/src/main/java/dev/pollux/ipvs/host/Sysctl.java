package dev.pollux.ipvs.host;

/**
 * A kernel setting that the configuration needs.
 *
 * @param name as sysctl(8) has it: {@code net.ipv4.ip_forward}
 * @param reason for people: what does not work otherwise
 */
public record Sysctl(String name, String value, String reason) {

    /** As sysctl(8) takes it: {@code net.ipv4.ip_forward=1}. */
    @Override
    public String toString() {
        return name + "=" + value;
    }
}
