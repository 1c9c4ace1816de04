package dev.pollux.grammar.corpus;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** What keepalived printed of its configuration, as one value for each name; names and values as {@link ModelValues} has them. */
final class KeepalivedDump {

    private static final Pattern MICROSECONDS = Pattern.compile("(\\d+) us");

    private final Map<String, String> values = new TreeMap<>();
    private final Map<String, Integer> used = new HashMap<>();
    private String scope = "";
    private String list = "";
    private boolean virtualMac;

    private KeepalivedDump() {}

    /** The values of both files of a configuration; a file that does not exist has none. */
    static Map<String, String> read(Path instances, Path servers) throws IOException {
        KeepalivedDump dump = new KeepalivedDump();
        for (String line : section(instances, "VRRP Topology", "-----<")) {
            dump.instance(line);
        }
        dump.scope = "";
        for (String line : section(servers, "LVS Topology", "------< Health")) {
            dump.server(line);
        }
        dump.scope = "";
        for (String line : section(servers, "Health checkers", "-----<")) {
            dump.checker(line);
        }
        return dump.values;
    }

    /** Whether it ends before the checkers: keepalived was stopped while it wrote. */
    static boolean endsEarly(Path servers) throws IOException {
        return !section(servers, "LVS Topology", "------< Health").isEmpty()
                && section(servers, "Health checkers", "-----<").isEmpty();
    }

    /** The lines of the first section of this name, up to one that begins with {@code end}. */
    private static List<String> section(Path file, String name, String end) throws IOException {
        List<String> lines = new ArrayList<>();
        if (!Files.exists(file)) {
            return lines;
        }
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.ISO_8859_1))) {
            String line = reader.readLine();
            while (line != null && !line.startsWith("------< " + name)) {
                line = reader.readLine();
            }
            line = line == null ? null : reader.readLine();
            while (line != null && !line.startsWith(end) && !line.startsWith("-" + end)) {
                lines.add(line);
                line = reader.readLine();
            }
        }
        return lines;
    }

    private void put(String name, String value) {
        values.put(scope + " " + name, value);
    }

    private void append(String name, String value) {
        values.merge(scope + " " + name, value, (known, next) -> known + ", " + next);
    }

    private void begin(String name) {
        int count = used.merge(name, 1, Integer::sum);
        scope = count == 1 ? name : name + "#" + count;
        list = "";
    }

    private void instance(String line) {
        if (!line.startsWith(" ")) {
            // Another process wrote to the same log meanwhile.
            return;
        }
        String text = line.strip();
        int equals = text.indexOf(" = ");
        String name = equals < 0 ? text : text.substring(0, equals);
        String value = equals < 0 ? "" : text.substring(equals + 3);
        if (line.startsWith("     ") && !list.isEmpty()) {
            append(list, list.equals("peers") ? text.split(" ", 2)[0] : address(text));
            return;
        }
        list = "";
        switch (name) {
            case "VRRP Instance" -> {
                begin("vrrp_instance " + value);
                virtualMac = false;
            }
            case "VRRP Version" -> put("version", value);
            case "Wantstate" -> put("state", value);
            case "Virtual Router ID" -> put("virtual_router_id", value);
            case "Priority" -> put("priority", value);
            case "Interface" -> {
                virtualMac = value.contains(" on ");
                put("interface", virtualMac ? value.replaceFirst(".* on ([^,]*).*", "$1") : value);
            }
            case "Advert interval" ->
                put(
                        "advert_int",
                        value.endsWith(" sec")
                                ? seconds(value.replace(" sec", ""))
                                : seconds(value.replace(" milli-sec", "") + "e-3"));
            case "Preempt" -> put("preempt", value);
            case "Preempt delay" -> put("preempt_delay", seconds(value.replace(" secs", "")));
            case "Down timer adverts" -> put("down_timer_adverts", value);
            case "Gratuitous ARP delay" -> put("garp_master_delay", seconds(value));
            case "Gratuitous ARP repeat" -> put("garp_master_repeat", value);
            case "Gratuitous ARP refresh" -> put("garp_master_refresh", seconds(value));
            case "Gratuitous ARP lower priority delay" -> put("garp_lower_prio_delay", seconds(value));
            case "Gratuitous ARP lower priority repeat" -> put("garp_lower_prio_repeat", value);
            case "Unicast Peer :" -> list = "peers";
            case "Virtual IP Excluded :" -> list = "excluded";
            default -> list = name.startsWith("Virtual IP (") ? "addresses" : "";
        }
    }

    /** {@code 192.0.2.1/24 dev vrrp.1@eth0 scope global} as {@code 192.0.2.1/24 eth0}. */
    private String address(String text) {
        Matcher device = Pattern.compile(" dev (\\S+)").matcher(text);
        String name = device.find() ? device.group(1) : "";
        String on = virtualMac && name.contains("@") ? name.substring(name.indexOf('@') + 1) : name;
        return text.split(" ", 2)[0] + " " + on;
    }

    private void server(String line) {
        String text = line.strip();
        int equals = text.indexOf(" = ");
        String name = equals < 0 ? text : text.substring(0, equals);
        String value = equals < 0 ? "" : text.substring(equals + 3);
        switch (name) {
            case "VS VIP" ->
                begin("virtual_server " + value.replace(", VPORT = ", " ").replaceFirst(" 0$", ""));
            case "VS FWMARK" -> begin("virtual_server fwmark " + value);
            case "VS GROUP" -> begin("virtual_server " + value);
            case "RIP" -> {
                Matcher server =
                        Pattern.compile("(.*), RPORT = (\\d+), WEIGHT = .*").matcher(value);
                String service = scope.replaceFirst(" / .*", "");
                begin(service + " / " + (server.matches() ? server.group(1) + " " + server.group(2) : value));
            }
            case "lvs_sched" -> put("lvs_sched", value);
            case "protocol" -> put("protocol", value);
            case "persistence timeout" -> put("persistence_timeout", value);
            case "persistence granularity" -> put("persistence_granularity", value);
            case "quorum" -> {
                put("quorum", value.replaceFirst(",.*", ""));
                put("hysteresis", value.replaceFirst(".*= ", ""));
            }
            case "sorry server", "sorry server (duplicates rs)" ->
                put("sorry_server", value.replaceFirst(":[a-z]+:", " "));
            case "forwarding method" -> {
                if (line.startsWith("   f")) {
                    put("lvs_method", value.replaceFirst(", type.*", ""));
                }
            }
            case "initial weight" -> put("weight", value);
            case "connection limit range" -> put("limits", value);
            case "Inhibit on failure is ON", "Inhibit on failure is OFF" -> {
                if (scope.contains(" / ") && line.startsWith("   I")) {
                    put("inhibit_on_failure", name.substring(22));
                }
            }
            case "One packet scheduling" -> put("ops", value);
            case "alpha is ON", "alpha is OFF" -> put("alpha", name.substring(9));
            case "omega is ON", "omega is OFF" -> put("omega", name.substring(9));
            case "Using smtp notification" -> put("smtp_alert", value);
            default -> {
                // What the program knows of its state is not configuration.
            }
        }
    }

    private void checker(String line) {
        String text = line.strip();
        if (line.startsWith(" [") || line.startsWith(" FWM ")) {
            begin(text);
            return;
        }
        int equals = text.indexOf(" = ");
        String name = equals < 0 ? text : text.substring(0, equals);
        String value = equals < 0 ? "" : text.substring(equals + 3);
        switch (name) {
            case "Keepalive method" -> {
                String[] parts = value.split(", http protocol ", -1);
                put("kind", parts[0]);
                if (parts.length > 1) {
                    put("http_protocol", parts[1]);
                }
            }
            case "Alpha" -> put("alpha", value);
            case "Delay loop" -> put("delay_loop", micros(value));
            case "Warmup" -> put("warmup", micros(value));
            case "Retries" -> put("retry", value);
            case "Delay before retry" -> put("delay_before_retry", micros(value));
            case "Dest" -> put("connect", value);
            case "Timeout" -> put("connect_timeout", seconds(value));
            case "Bind to" -> put("bind", value);
            case "Mark" -> put("fwmark", value);
            case "Checked url" -> append("url", value);
            case "digest" -> append("digest", value);
            case "script" -> put("script", value);
            case "timeout" -> {
                // Nothing given: as long as the delay_loop of the virtual server.
                if (!value.equals("0")) {
                    put("misc_timeout", value);
                }
            }
            case "helo" -> put("helo_name", value);
            case "Type" -> put("type", value);
            case "Name" -> put("name", value);
            default -> {
                // Code ranges and the like stand on lines without a name.
            }
        }
    }

    private static String micros(String text) {
        Matcher matcher = MICROSECONDS.matcher(text);
        return matcher.matches() ? seconds(matcher.group(1) + "e-6") : text;
    }

    private static String seconds(String text) {
        return new java.math.BigDecimal(text).stripTrailingZeros().toPlainString();
    }
}
