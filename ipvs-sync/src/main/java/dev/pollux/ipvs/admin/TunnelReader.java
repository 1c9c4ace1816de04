package dev.pollux.ipvs.admin;

import dev.pollux.ipvs.table.ForwardingMethod;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Reads how packets get to a real server: {@code -g}, {@code -m}, or {@code -i} with all that a tunnel can have. */
final class TunnelReader {

    private static final List<AdminOption> CHECKSUMS =
            List.of(AdminOption.TUN_NOCSUM, AdminOption.TUN_CSUM, AdminOption.TUN_REMCSUM);
    private static final int MAX_PORT = 65535;

    private final AdminWords words;

    TunnelReader(AdminWords words) {
        this.words = words;
    }

    ForwardingMethod forwarding() {
        if (words.has(AdminOption.IPIP)) {
            return tunnel(words.options().getOrDefault(AdminOption.TUN_TYPE, "ipip"));
        }
        Set<AdminOption> tunnel = EnumSet.of(AdminOption.TUN_TYPE, AdminOption.TUN_PORT);
        tunnel.addAll(CHECKSUMS);
        tunnel.stream().filter(words::has).findFirst().ifPresent(option -> {
            throw UsageException.meaning(option + " needs a tunnel (-i)");
        });
        return new ForwardingMethod(
                words.has(AdminOption.MASQUERADING) || words.has(AdminOption.FULLNAT)
                        ? ForwardingMethod.MASQUERADING
                        : ForwardingMethod.DIRECT_ROUTING,
                0,
                0,
                0);
    }

    private ForwardingMethod tunnel(String type) {
        return switch (type) {
            case "ipip" -> {
                only(type, EnumSet.noneOf(AdminOption.class));
                yield of(ForwardingMethod.TYPE_IPIP, 0);
            }
            case "gre" -> {
                only(type, EnumSet.of(AdminOption.TUN_NOCSUM, AdminOption.TUN_CSUM));
                yield of(ForwardingMethod.TYPE_GRE, 0);
            }
            case "gue" -> of(ForwardingMethod.TYPE_GUE, port());
            default -> throw UsageException.meaning("--tun-type " + type + ": wanted ipip, gue or gre");
        };
    }

    private void only(String type, Set<AdminOption> allowed) {
        Set<AdminOption> refused = EnumSet.of(AdminOption.TUN_PORT);
        refused.addAll(CHECKSUMS);
        refused.removeAll(allowed);
        refused.stream().filter(words::has).findFirst().ifPresent(option -> {
            throw UsageException.meaning(option + " does not go with --tun-type " + type);
        });
    }

    private int port() {
        String text = words.value(AdminOption.TUN_PORT);
        if (text == null) {
            throw UsageException.meaning("--tun-type gue needs --tun-port");
        }
        return (int) Numbers.read("--tun-port", text, 1, MAX_PORT);
    }

    private ForwardingMethod of(int type, int port) {
        List<AdminOption> given = CHECKSUMS.stream().filter(words::has).toList();
        if (given.size() > 1) {
            throw UsageException.meaning(given.get(0) + " does not go with " + given.get(1));
        }
        int flags = given.contains(AdminOption.TUN_CSUM)
                ? ForwardingMethod.FLAG_CHECKSUM
                : given.contains(AdminOption.TUN_REMCSUM) ? ForwardingMethod.FLAG_REMOTE_CHECKSUM : 0;
        return new ForwardingMethod(ForwardingMethod.TUNNEL, type, port, flags);
    }
}
