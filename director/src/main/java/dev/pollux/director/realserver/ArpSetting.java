package dev.pollux.director.realserver;

import dev.pollux.director.host.HostFacts;
import dev.pollux.director.host.Sysctls;
import dev.pollux.linux.route.Link;
import java.util.List;

/**
 * How ARP treats the virtual address (ip-sysctl.rst of the kernel). It is right when it is on every LAN, by the value for all
 * interfaces or by their own; the greater one counts.
 */
public enum ArpSetting implements Step {
    /** Only addresses of the interface that is asked are answered for; 2 is stricter about who asks. */
    IGNORE("arp_ignore", 1, 2),
    /** The virtual address is never named as the sender of a request. */
    ANNOUNCE("arp_announce", 2, 2);

    private final String setting;
    private final int value;
    private final int mostGood;

    ArpSetting(String setting, int value, int mostGood) {
        this.setting = setting;
        this.value = value;
        this.mostGood = mostGood;
    }

    /** Its name on an interface. */
    public String setting() {
        return setting;
    }

    /** Whether it is right on one interface. */
    public boolean goodOn(Link link, HostFacts facts) {
        return isGood(facts.sysctls().effective(link.name(), setting));
    }

    @Override
    public String command() {
        return SysctlWords.set(path(), value);
    }

    @Override
    public boolean taken(HostFacts facts) {
        return isGood(facts.sysctls().find(path()).orElse(0))
                || goodOnEach(facts.network().lans(), facts);
    }

    @Override
    public String undo(HostFacts before) {
        return SysctlWords.set(path(), before.sysctls().find(path()).orElse(0));
    }

    @Override
    public String reverse() {
        return "";
    }

    private String path() {
        return Sysctls.ofInterface("all", setting);
    }

    private boolean isGood(int actual) {
        return actual >= value && actual <= mostGood;
    }

    private boolean goodOnEach(List<Link> lans, HostFacts facts) {
        return !lans.isEmpty() && lans.stream().allMatch(link -> goodOn(link, facts));
    }
}
