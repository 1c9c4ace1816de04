package dev.pollux.grammar.text;

import dev.pollux.grammar.model.AddressFamily;
import dev.pollux.grammar.model.AddressText;
import dev.pollux.grammar.model.Forwarding;
import dev.pollux.grammar.model.QuorumSettings;
import dev.pollux.grammar.model.RealServer;
import dev.pollux.grammar.model.Script;
import dev.pollux.grammar.model.ServiceKey;
import dev.pollux.grammar.model.ServiceSettings;
import dev.pollux.grammar.model.ServiceSettings.Flag;
import dev.pollux.grammar.model.ServiceSettings.Persistence;
import dev.pollux.grammar.model.SorryServer;
import dev.pollux.grammar.model.SourceTranslation;
import dev.pollux.grammar.model.VirtualServer;
import dev.pollux.grammar.model.VirtualServerKey;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** {@code virtual_server} and {@code virtual_server_group}. */
final class VirtualServerText {

    private static final int IPV4_BITS = 32;

    private final Lines lines;
    private final CheckerText checkers;

    VirtualServerText(Lines lines) {
        this.lines = lines;
        this.checkers = new CheckerText(lines);
    }

    /** @param withFamily marks say which family they are for, else each virtual server says it */
    void group(String name, List<ServiceKey> services, boolean withFamily) {
        lines.block("virtual_server_group " + Lines.quoted(name), () -> {
            for (ServiceKey service : services) {
                if (service instanceof ServiceKey.ByAddress address) {
                    String port = address.port() == 0 ? "" : " " + address.port();
                    lines.line(AddressText.of(address.address()) + port);
                } else {
                    ServiceKey.ByFirewallMark mark = (ServiceKey.ByFirewallMark) service;
                    lines.line("fwmark " + mark.mark() + (withFamily ? " " + family(mark) : ""));
                }
            }
        });
    }

    void write(VirtualServer server) {
        lines.block(head(server.key()), () -> {
            server.services().stream()
                    .filter(ServiceKey.ByAddress.class::isInstance)
                    .findFirst()
                    .ifPresent(service -> lines.line("protocol "
                            + ((ServiceKey.ByAddress) service).protocol().name()));
            if (server.services().get(0) instanceof ServiceKey.ByFirewallMark mark) {
                lines.line("ip_family " + family(mark));
            }
            translation(server.sourceTranslation());
            settings(server.settings(), server.services().get(0).family());
            quorum(server.quorum());
            script("quorum_up", server.alerts().gained());
            script("quorum_down", server.alerts().lost());
            lines.onOff("smtp_alert", server.alerts().mail());
            lines.flag("ha_suspend", server.onlyWhereHeld());
            if (server.sorryServer() != null) {
                sorryServer(server.sorryServer());
            }
            server.realServers().forEach(this::realServer);
        });
    }

    private static String head(VirtualServerKey key) {
        if (key instanceof VirtualServerKey.Group group) {
            return "virtual_server group " + Lines.quoted(group.name());
        }
        ServiceKey service = ((VirtualServerKey.Single) key).service();
        return service instanceof ServiceKey.ByAddress address
                ? Lines.server("virtual_server", address.address(), address.port())
                : "virtual_server fwmark " + ((ServiceKey.ByFirewallMark) service).mark();
    }

    private static String family(ServiceKey.ByFirewallMark mark) {
        return mark.family() == AddressFamily.IPV4 ? "inet" : "inet6";
    }

    private void translation(@Nullable SourceTranslation translation) {
        if (translation instanceof SourceTranslation.LocalAddresses group) {
            lines.line("lb_kind FNAT");
            lines.line("laddr_group_name " + Lines.quoted(group.group()));
        }
        lines.flag("masquerade", translation instanceof SourceTranslation.InterfaceAddress);
    }

    private void settings(ServiceSettings settings, AddressFamily family) {
        lines.line("lvs_sched " + settings.scheduler());
        lines.flag("ops", settings.flags().contains(Flag.ONE_PACKET));
        lines.flag("flag-1", settings.flags().contains(Flag.SCHEDULER_1));
        lines.flag("flag-2", settings.flags().contains(Flag.SCHEDULER_2));
        lines.flag("flag-3", settings.flags().contains(Flag.SCHEDULER_3));
        Persistence persistence = settings.persistence();
        if (persistence != null) {
            lines.seconds("persistence_timeout", persistence.timeout());
            lines.line("persistence_granularity " + granularity(persistence.prefixLength(), family));
            if (persistence.engine() != null) {
                lines.word("persistence_engine", persistence.engine());
            }
        }
    }

    private static String granularity(int prefix, AddressFamily family) {
        if (family == AddressFamily.IPV6) {
            return String.valueOf(prefix);
        }
        byte[] mask = ByteBuffer.allocate(4).putInt(-1 << (IPV4_BITS - prefix)).array();
        return String.join(
                ".",
                IntStream.range(0, mask.length)
                        .mapToObj(i -> String.valueOf(mask[i] & 0xff))
                        .toList());
    }

    private void quorum(QuorumSettings quorum) {
        lines.number("quorum", quorum.quorum());
        lines.number("hysteresis", quorum.hysteresis());
        lines.flag("alpha", quorum.alpha());
        lines.flag("omega", quorum.omega());
    }

    private void sorryServer(SorryServer server) {
        lines.line(Lines.server(
                "sorry_server", server.key().address(), server.key().port()));
        lines.flag("sorry_server_inhibit", server.inhibit());
        lines.line("sorry_server_lvs_method " + method(server.forwarding()));
    }

    private void realServer(RealServer server) {
        lines.block(
                Lines.server("real_server", server.key().address(), server.key().port()), () -> {
                    lines.number("weight", server.weight());
                    lines.line("lvs_method " + method(server.forwarding()));
                    lines.onOff("inhibit_on_failure", server.inhibitOnFailure());
                    lines.number("uthreshold", server.upperThreshold());
                    lines.number("lthreshold", server.lowerThreshold());
                    script("notify_up", server.alerts().up());
                    script("notify_down", server.alerts().down());
                    lines.onOff("smtp_alert", server.alerts().mail());
                    server.checkers().forEach(checkers::write);
                });
    }

    private void script(String keyword, @Nullable Script script) {
        if (script != null) {
            lines.line(keyword + " " + ScriptText.line(script));
        }
    }

    private static String method(Forwarding forwarding) {
        if (forwarding instanceof Forwarding.Tunnel tunnel) {
            String type = tunnel.encapsulation().name().toLowerCase(Locale.ROOT);
            String port = tunnel.port() == 0 ? "" : " port " + tunnel.port();
            return "TUN type " + type + port
                    + switch (tunnel.checksum()) {
                        case NONE -> " nocsum";
                        case CHECKSUM -> " csum";
                        case REMOTE_CHECKSUM -> " remcsum";
                    };
        }
        return forwarding instanceof Forwarding.Nat ? "NAT" : "DR";
    }
}
