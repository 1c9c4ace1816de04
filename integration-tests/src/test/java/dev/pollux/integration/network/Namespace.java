package dev.pollux.integration.network;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A named network namespace: a host of its own, with a loopback that is up. */
public final class Namespace implements AutoCloseable {

    private static final Pattern ADDRESS = Pattern.compile("inet (\\S+)");

    private final String name;

    private Namespace(String name) {
        this.name = name;
    }

    /** Creates the namespace; {@code name} must be free on this machine. */
    public static Namespace create(String name) {
        Command.of("ip", "netns", "add", name).output();
        Namespace created = new Namespace(name);
        created.ip("link", "set", "lo", "up");
        return created;
    }

    public String name() {
        return name;
    }

    /** The file that stands for the namespace, for {@code setns(2)} and {@code nsenter(1)}. */
    public Path path() {
        return Path.of("/run/netns", name);
    }

    /** The number by which the kernel knows the namespace, for as long as it exists. */
    public long inode() {
        return Long.parseLong(
                Command.of("stat", "-Lc", "%i", path().toString()).output().strip());
    }

    /** The command line that runs {@code command} inside. It replaces itself by the command: same process id. */
    public List<String> enter(List<String> command) {
        List<String> words = new ArrayList<>(List.of("nsenter", "--net=" + path()));
        words.addAll(command);
        return words;
    }

    /** Runs {@code command} inside, to its end, and returns its output. */
    public String run(String... command) {
        return new Command(enter(List.of(command))).output();
    }

    /** Runs {@code ip} with these arguments inside and returns its output. */
    public String ip(String... arguments) {
        return new Command(ipWords(arguments)).output();
    }

    /** As {@link #ip}, for what may already be so. */
    public void ipIfPossible(String... arguments) {
        new Command(ipWords(arguments)).result();
    }

    /** IPv4 addresses of the device, each with its prefix length ({@code 192.0.2.1/24}). */
    public Set<String> addresses(String device) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = ADDRESS.matcher(ip("-4", "-o", "addr", "show", "dev", device));
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    /** Kernel index of the device. */
    public int index(String device) {
        String line = ip("-o", "link", "show", "dev", device);
        return Integer.parseInt(line.substring(0, line.indexOf(':')));
    }

    /** Puts the pair of virtual Ethernet devices {@code device} (here) and {@code peer} (there) in place, both down. */
    void cable(String device, Namespace there, String peer) {
        ip("link", "add", device, "type", "veth", "peer", "name", peer, "netns", there.name);
    }

    @Override
    public void close() {
        Command.of("ip", "netns", "del", name).result();
    }

    @Override
    public String toString() {
        return name;
    }

    private List<String> ipWords(String... arguments) {
        List<String> words = new ArrayList<>(List.of("ip", "-n", name));
        words.addAll(List.of(arguments));
        return words;
    }
}
