package dev.pollux.grammar.corpus;

import dev.pollux.grammar.model.AddressFamily;
import dev.pollux.grammar.model.AddressText;
import dev.pollux.grammar.model.BfdCheck;
import dev.pollux.grammar.model.CheckConnection;
import dev.pollux.grammar.model.CheckTiming;
import dev.pollux.grammar.model.Checker;
import dev.pollux.grammar.model.Configuration;
import dev.pollux.grammar.model.DnsCheck;
import dev.pollux.grammar.model.FileCheck;
import dev.pollux.grammar.model.Forwarding;
import dev.pollux.grammar.model.HttpCheck;
import dev.pollux.grammar.model.HttpUrl;
import dev.pollux.grammar.model.MiscCheck;
import dev.pollux.grammar.model.RealServer;
import dev.pollux.grammar.model.ServiceKey;
import dev.pollux.grammar.model.ServiceSettings.Flag;
import dev.pollux.grammar.model.ServiceSettings.Persistence;
import dev.pollux.grammar.model.SmtpCheck;
import dev.pollux.grammar.model.TransportProtocol;
import dev.pollux.grammar.model.VirtualAddress;
import dev.pollux.grammar.model.VirtualInterface;
import dev.pollux.grammar.model.VirtualServer;
import dev.pollux.grammar.model.VirtualServerKey;
import dev.pollux.grammar.model.VrrpInstance;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A configuration as one value for each name, in the words of keepalived's dump. */
final class ModelValues {

    private final Map<String, String> values = new TreeMap<>();
    private final Map<String, Integer> used = new HashMap<>();
    private String scope = "";

    private ModelValues() {}

    static Map<String, String> of(Configuration configuration) {
        ModelValues model = new ModelValues();
        configuration.vrrpInstances().forEach(model::instance);
        configuration.virtualServers().forEach(model::server);
        return model.values;
    }

    private void put(String name, Object value) {
        values.put(scope + " " + name, String.valueOf(value));
    }

    private void put(String name, Duration value) {
        put(name, BigDecimal.valueOf(value.toNanos(), 9).stripTrailingZeros().toPlainString());
    }

    private void begin(String name) {
        int count = used.merge(name, 1, Integer::sum);
        scope = count == 1 ? name : name + "#" + count;
    }

    private void instance(VrrpInstance instance) {
        begin("vrrp_instance " + instance.name());
        put("version", instance.version());
        put("state", instance.initialState());
        put("virtual_router_id", instance.key().virtualRouterId());
        put("priority", instance.priority());
        put("interface", instance.key().interfaceName());
        put("advert_int", instance.advert().interval());
        put("down_timer_adverts", instance.advert().downTimerAdverts());
        put("preempt", instance.preempt().enabled() ? "enabled" : "disabled");
        if (!instance.preempt().delay().isZero()) {
            put("preempt_delay", instance.preempt().delay());
        }
        put("garp_master_delay", instance.gratuitousArp().delay());
        put("garp_master_repeat", instance.gratuitousArp().repeat());
        put("garp_master_refresh", instance.gratuitousArp().refresh());
        put("garp_lower_prio_delay", instance.gratuitousArp().lowerPriorityDelay());
        put("garp_lower_prio_repeat", instance.gratuitousArp().lowerPriorityRepeat());
        addresses("addresses", instance, instance.addresses().advertised());
        addresses("excluded", instance, instance.addresses().excluded());
        if (instance.unicast().enabled()) {
            put(
                    "peers",
                    instance.unicast().peers().stream()
                            .map(peer -> AddressText.of(peer.address()))
                            .collect(Collectors.joining(", ")));
        }
    }

    private void addresses(String name, VrrpInstance instance, List<VirtualAddress> addresses) {
        if (!addresses.isEmpty()) {
            put(
                    name,
                    addresses.stream()
                            .map(address -> address(instance, address))
                            .collect(Collectors.joining(", ")));
        }
    }

    /** With the real interface, also where it is on a virtual one on top of that. */
    private static String address(VrrpInstance instance, VirtualAddress address) {
        boolean host = address.prefixLength() == address.family().bits();
        String device = address.interfaceName();
        for (VirtualInterface each : instance.interfaces().all()) {
            device = each.name().equals(device) ? each.base() : device;
        }
        return AddressText.of(address.address()) + (host ? "" : "/" + address.prefixLength()) + " " + device;
    }

    private void server(VirtualServer server) {
        ServiceKey first = server.services().get(0);
        begin("virtual_server " + name(server.key()));
        put("lvs_sched", server.settings().scheduler());
        put("protocol", first instanceof ServiceKey.ByAddress address ? protocol(address.protocol()) : "none");
        Persistence persistence = server.settings().persistence();
        if (persistence != null) {
            put("persistence_timeout", persistence.timeout());
            if (persistence.prefixLength() != first.family().bits()) {
                put("persistence_granularity", granularity(persistence.prefixLength(), first.family()));
            }
        }
        put("quorum", server.quorum().quorum());
        put("hysteresis", server.quorum().hysteresis());
        put("ops", server.settings().flags().contains(Flag.ONE_PACKET) ? "enabled" : "disabled");
        put("alpha", server.quorum().alpha() ? "ON" : "OFF");
        put("omega", server.quorum().omega() ? "ON" : "OFF");
        put("smtp_alert", server.alerts().mail() ? "yes" : "no");
        if (server.sorryServer() != null) {
            put(
                    "sorry_server",
                    bracketed(server.sorryServer().key().address()) + " "
                            + server.sorryServer().key().port());
        }
        String own = scope;
        for (RealServer real : server.realServers()) {
            realServer(own, real);
        }
        for (RealServer real : server.realServers()) {
            String protocol = first instanceof ServiceKey.ByAddress address
                    ? address.protocol().toString()
                    : "none";
            for (Checker checker : real.checkers()) {
                checker(
                        server.key() + " -> " + bracketed(real.key().address()) + ":" + protocol + ":"
                                + real.key().port(),
                        checker);
            }
        }
    }

    private static String name(VirtualServerKey key) {
        if (key instanceof VirtualServerKey.Single single && single.service() instanceof ServiceKey.ByAddress address) {
            return AddressText.of(address.address()) + (address.port() == 0 ? "" : " " + address.port());
        }
        return key.toString().replace("FWM", "fwmark");
    }

    private static String granularity(int prefix, AddressFamily family) {
        long mask = -1L << (32 - prefix) & 0xFFFFFFFFL;
        return family == AddressFamily.IPV6
                ? String.valueOf(prefix)
                : (mask >> 24) + "." + (mask >> 16 & 255) + "." + (mask >> 8 & 255) + "." + (mask & 255);
    }

    private static String protocol(TransportProtocol protocol) {
        return protocol.name();
    }

    private static String bracketed(InetAddress address) {
        return "[" + AddressText.of(address) + "]";
    }

    private void realServer(String service, RealServer real) {
        begin(service + " / " + AddressText.of(real.key().address()) + " "
                + real.key().port());
        put("weight", real.weight());
        put(
                "lvs_method",
                real.forwarding() instanceof Forwarding.Nat
                        ? "NAT"
                        : real.forwarding() instanceof Forwarding.Tunnel ? "TUN" : "DR");
        put("limits", real.lowerThreshold() + " -> " + real.upperThreshold());
        put("inhibit_on_failure", real.inhibitOnFailure() ? "ON" : "OFF");
        put("smtp_alert", real.alerts().mail() ? "yes" : "no");
    }

    private void checker(String name, Checker checker) {
        begin(name);
        CheckTiming timing = checker.timing();
        put("kind", checker.keyword());
        if (checker instanceof FileCheck || checker instanceof BfdCheck) {
            return;
        }
        put("alpha", timing.alpha() ? "yes" : "no");
        put("delay_loop", timing.delayLoop());
        put("warmup", timing.warmup());
        put("retry", timing.retry());
        if (timing.retry() > 0) {
            put("delay_before_retry", timing.delayBeforeRetry());
        }
        if (checker instanceof Checker.Connecting connecting) {
            connection(connecting.connection());
        }
        if (checker instanceof HttpCheck http) {
            put(
                    "http_protocol",
                    switch (http.protocol()) {
                        case HTTP_1_0 -> "1.0";
                        case HTTP_1_0_CLOSE -> "1.0C";
                        case HTTP_1_1 -> "1.1";
                    });
            put("url", http.urls().stream().map(HttpUrl::path).collect(Collectors.joining(", ")));
            String digests = http.urls().stream()
                    .map(HttpUrl::digest)
                    .filter(Objects::nonNull)
                    .collect(Collectors.joining(", "));
            if (!digests.isEmpty()) {
                put("digest", digests);
            }
        } else if (checker instanceof MiscCheck misc) {
            put("script", "'" + String.join("' '", misc.script().command()) + "'");
            put("misc_timeout", misc.timeout());
        } else if (checker instanceof SmtpCheck smtp) {
            put("helo_name", smtp.helo());
        } else if (checker instanceof DnsCheck dns) {
            put("type", dns.type());
            put("name", dns.name());
        }
    }

    private void connection(CheckConnection connection) {
        put("connect", bracketed(connection.address()) + ":" + connection.port());
        put("connect_timeout", connection.timeout());
        if (connection.bindAddress() != null || connection.bindPort() != 0) {
            put(
                    "bind",
                    bracketed(Objects.requireNonNullElse(connection.bindAddress(), connection.address())) + ":"
                            + connection.bindPort());
        }
        if (connection.firewallMark() != 0) {
            put("fwmark", connection.firewallMark());
        }
    }
}
