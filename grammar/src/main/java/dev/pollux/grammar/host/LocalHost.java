package dev.pollux.grammar.host;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** This machine as it is now. Accounts are read once, from the files in /etc. */
public final class LocalHost implements HostFacts {

    private final Set<String> users = AccountFile.names(Path.of("/etc/passwd"));
    private final Set<String> groups = AccountFile.names(Path.of("/etc/group"));

    @Override
    public boolean interfaceExists(String name) {
        try {
            return NetworkInterface.getByName(name) != null;
        } catch (SocketException e) {
            return false;
        }
    }

    @Override
    public int mtu(String interfaceName) {
        try {
            NetworkInterface found = NetworkInterface.getByName(interfaceName);
            return found == null ? HostFacts.super.mtu(interfaceName) : found.getMTU();
        } catch (SocketException e) {
            return HostFacts.super.mtu(interfaceName);
        }
    }

    @Override
    public boolean networkNamespaceExists(String name) {
        return name.indexOf('/') < 0 && Files.exists(Path.of("/run/netns", name));
    }

    @Override
    public boolean userExists(String name) {
        return users.contains(name);
    }

    @Override
    public boolean groupExists(String name) {
        return groups.contains(name);
    }

    @Override
    public Command command(String command) {
        return CommandFinder.find(command);
    }

    @Override
    public boolean resolves(String name) {
        try {
            InetAddress.getByName(name);
            return true;
        } catch (UnknownHostException e) {
            return false;
        }
    }

    @Override
    public RoutingNames routingNames(List<Path> directories) {
        return RoutingNames.read(directories);
    }
}
