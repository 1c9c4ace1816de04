package dev.pollux.integration.director;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A {@code vrrp_instance} in the making. The defaults are those of an IPv4 router with version 2 and one advert a
 * second.
 *
 * @param advertInterval as it stands in the file, seconds
 * @param addresses lines of {@code virtual_ipaddress}
 * @param more further statements
 */
public record VirtualRouter(
        String name,
        String device,
        int vrid,
        int priority,
        int version,
        String advertInterval,
        List<String> addresses,
        List<String> more) {

    /** A router of version 2 with one advert a second. */
    public static VirtualRouter v2(String device, int vrid, int priority, String... addresses) {
        return new VirtualRouter(
                "VI_" + vrid, device, vrid, priority, 2, "1", List.of(addresses), List.of("state BACKUP"));
    }

    /** A router of version 3 with ten adverts a second. */
    public static VirtualRouter v3(String device, int vrid, int priority, String... addresses) {
        return new VirtualRouter(
                "VI_" + vrid, device, vrid, priority, 3, "0.1", List.of(addresses), List.of("state BACKUP"));
    }

    public VirtualRouter withPriority(int changed) {
        return new VirtualRouter(name, device, vrid, changed, version, advertInterval, addresses, more);
    }

    public VirtualRouter withAddress(String added) {
        List<String> all = new ArrayList<>(addresses);
        all.add(added);
        return new VirtualRouter(name, device, vrid, priority, version, advertInterval, List.copyOf(all), more);
    }

    public VirtualRouter with(String statement) {
        List<String> all = new ArrayList<>(more);
        all.add(statement);
        return new VirtualRouter(name, device, vrid, priority, version, advertInterval, addresses, List.copyOf(all));
    }

    /** With the password of RFC 2338's simple text authentication. */
    public VirtualRouter withPassword(String password) {
        return with("authentication {\n    auth_type PASS\n    auth_pass " + password + "\n  }");
    }

    /** The interval between adverts. */
    public Duration interval() {
        return Duration.ofMillis(Math.round(Double.parseDouble(advertInterval) * 1000));
    }

    /** Skew_Time: RFC 3768 section 6.1 for version 2, RFC 5798 section 6.1 for version 3. */
    public Duration skew() {
        Duration unit = version == 2 ? Duration.ofSeconds(1) : interval();
        return unit.multipliedBy(256 - priority).dividedBy(256);
    }

    /** Master_Down_Interval, RFC 3768 and RFC 5798 section 6.1. */
    public Duration masterDown() {
        return interval().multipliedBy(3).plus(skew());
    }

    /** The block as it stands in a configuration. */
    public String text() {
        return """
                vrrp_instance %s {
                  interface %s
                  virtual_router_id %d
                  priority %d
                  version %d
                  advert_int %s
                  %s
                  virtual_ipaddress {
                    %s
                  }
                }
                """.formatted(
                        name,
                        device,
                        vrid,
                        priority,
                        version,
                        advertInterval,
                        String.join("\n  ", more),
                        String.join("\n    ", addresses));
    }

    /** A configuration of these routers. */
    public static String configuration(VirtualRouter... routers) {
        StringBuilder text = new StringBuilder();
        for (VirtualRouter router : routers) {
            text.append(router.text());
        }
        return text.toString();
    }

    /** A configuration of these routers in one {@code vrrp_sync_group}. */
    public static String synchronised(VirtualRouter... routers) {
        StringBuilder text = new StringBuilder("vrrp_sync_group together {\n  group {\n");
        for (VirtualRouter router : routers) {
            text.append("    ").append(router.name()).append('\n');
        }
        return text.append("  }\n}\n").append(configuration(routers)).toString();
    }
}
