package dev.pollux.vrrp.firewall;

import dev.pollux.grammar.model.FirewallSettings;
import dev.pollux.linux.nftables.Nftables;
import dev.pollux.linux.nftables.NftablesException;
import dev.pollux.vrrp.firewall.FirewallRules.Refused;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the tables as they should be; without anything to do there are none. Owned by the {@code rtnl} loop. */
public final class Firewall {

    private static final Logger log = LoggerFactory.getLogger(Firewall.class);

    private final Nftables nftables;
    private final TableMark mark;
    private FirewallSettings settings = FirewallSettings.defaults();
    private FirewallRules wanted = FirewallRules.NONE;
    /** Why they are not there; empty: they are. */
    private String failure = "";

    private boolean duplicate = true;
    private boolean configured;

    /** @param mark file that names the tables while there are any */
    public Firewall(Nftables nftables, Path mark) {
        this.nftables = nftables;
        this.mark = new TableMark(mark);
    }

    /** Where rules go, and the virtual interfaces that there are from now on. */
    public void configure(FirewallSettings next, Map<String, String> virtualInterfaces) {
        if (!configured) {
            configured = true;
            removeLeftOver();
        }
        FirewallRules rules = new FirewallRules(wanted.refused(), virtualInterfaces);
        if (!next.equals(settings)) {
            apply(FirewallRules.NONE);
            report();
            settings = next;
            failure = "";
        }
        apply(rules);
        report();
    }

    private void report() {
        if (!failure.isEmpty()) {
            log.error("Cannot set the rules of the packet filter: {}", failure);
        }
    }

    /**
     * The addresses that are not accepted from now on. Where that could not be done the same call tries it again.
     *
     * @return empty, or why it could not be done
     */
    public String refuse(Set<Refused> addresses) {
        apply(new FirewallRules(addresses, wanted.virtualInterfaces()));
        return failure;
    }

    /** Rules of a director that died would drop packets to addresses that are accepted now. */
    private void removeLeftOver() {
        String table = mark.read();
        if (table.isEmpty()) {
            return;
        }
        FirewallSettings former = new FirewallSettings(table, settings.priority(), false);
        try {
            nftables.apply(FirewallScript.of(former, FirewallRules.NONE, false));
            mark.clear();
        } catch (NftablesException e) {
            log.error("Cannot remove the rules that an earlier director left: {}", e.getMessage());
        }
    }

    /** Perhaps this kernel cannot duplicate packets; if it is something else, they will be duplicated later. */
    private void applyWithoutDuplicates(FirewallRules next) {
        String reason = failure;
        duplicate = false;
        apply(next);
        if (failure.isEmpty()) {
            log.info("Reports of groups are dropped on virtual interfaces: {}", reason);
        } else {
            duplicate = true;
        }
    }

    private void apply(FirewallRules next) {
        if (next.equals(wanted) && failure.isEmpty()) {
            return;
        }
        wanted = next;
        if (!next.isEmpty()) {
            mark.set(settings.table());
        }
        try {
            nftables.apply(FirewallScript.of(settings, next, duplicate));
            failure = "";
            if (next.isEmpty()) {
                mark.clear();
            }
        } catch (NftablesException e) {
            failure = "" + e.getMessage();
            if (duplicate && !next.virtualInterfaces().isEmpty()) {
                applyWithoutDuplicates(next);
            }
        }
    }
}
