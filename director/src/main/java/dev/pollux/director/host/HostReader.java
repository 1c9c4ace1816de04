package dev.pollux.director.host;

import dev.pollux.director.host.ManagedInterface.NetworkManager;
import dev.pollux.linux.process.KernelIdentity;
import dev.pollux.linux.process.ProcessStatus;
import dev.pollux.linux.processes.ProcessTable;
import dev.pollux.linux.processes.RunningProcess;
import dev.pollux.linux.route.Link;
import dev.pollux.linux.route.RouteClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the facts of the calling thread's network namespace. Needs no privilege. */
public final class HostReader {

    private static final String KEEPALIVED = "keepalived";
    /** The kernel keeps 15 bytes of a name. */
    private static final String NETWORKD = "systemd-network";

    private static final String NETWORK_MANAGER = "NetworkManager";

    private HostReader() {}

    /** As they are now. */
    public static HostFacts read() {
        NetworkFacts network = network();
        return new HostFacts(
                network, SysctlReader.read(), ModuleReader.ofKernel().read(), programs(network.links()));
    }

    private static NetworkFacts network() {
        Set<Integer> ports = new HashSet<>();
        for (String table : List.of("udp", "udp6")) {
            ports.addAll(ports(Path.of("/proc/thread-self/net", table)));
        }
        try (RouteClient client = RouteClient.open()) {
            return new NetworkFacts(client.links(), client.addresses(), client.routes(), ports);
        }
    }

    /** The second column is the local address and port, in hexadecimal. */
    private static Set<Integer> ports(Path table) {
        Set<Integer> ports = new HashSet<>();
        try {
            for (String line : Files.readAllLines(table)) {
                List<String> words = List.of(line.strip().split("\\s+"));
                if (words.size() > 1 && words.get(1).matches("[0-9A-F]+:[0-9A-F]{4}")) {
                    String local = words.get(1);
                    ports.add(Integer.valueOf(local.substring(local.indexOf(':') + 1), 16));
                }
            }
        } catch (IOException e) {
            // A kernel without that family.
        }
        return ports;
    }

    private static ProgramFacts programs(List<Link> links) {
        List<RunningProcess> here =
                ProcessTable.local().all().stream().filter(HostReader::isHere).toList();
        Set<NetworkManager> managers = EnumSet.noneOf(NetworkManager.class);
        here.forEach(process -> {
            if (process.name().equals(NETWORKD)) {
                managers.add(NetworkManager.SYSTEMD_NETWORKD);
            } else if (process.name().equals(NETWORK_MANAGER)) {
                managers.add(NetworkManager.NETWORK_MANAGER);
            }
        });
        return new ProgramFacts(
                ProcessStatus.read(),
                here.stream()
                        .filter(process -> process.name().equals(KEEPALIVED))
                        .map(RunningProcess::pid)
                        .toList(),
                ManagerReader.ofMachine().read(links, managers));
    }

    /** Whether a process is in the calling thread's network namespace, as far as may be known. */
    private static boolean isHere(RunningProcess process) {
        boolean wanted = Set.of(KEEPALIVED, NETWORKD, NETWORK_MANAGER).contains(process.name());
        try {
            return wanted
                    && Files.getAttribute(Path.of("/proc", String.valueOf(process.pid()), "ns/net"), "unix:ino")
                            .equals(KernelIdentity.networkNamespace());
        } catch (IOException e) {
            // Without the right to look: better a word too many.
            return wanted;
        }
    }
}
