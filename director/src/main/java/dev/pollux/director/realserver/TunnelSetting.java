package dev.pollux.director.realserver;

import dev.pollux.director.host.HostFacts;
import dev.pollux.director.host.Sysctls;

/**
 * No strict reverse-path filter for what comes out of a tunnel: the way back to a client never leads into it. The kernel
 * takes the greater of the value for all interfaces and the tunnel's own; 2, the loose filter, lets pass.
 *
 * @param interfaceName {@code all} or the tunnel
 */
public record TunnelSetting(String interfaceName) implements Step {

    private static final int STRICT = 1;

    @Override
    public String command() {
        return SysctlWords.set(path(), 0);
    }

    @Override
    public boolean taken(HostFacts facts) {
        return facts.sysctls().find(path()).orElse(STRICT) != STRICT;
    }

    @Override
    public String undo(HostFacts before) {
        return SysctlWords.set(path(), before.sysctls().find(path()).orElse(STRICT));
    }

    @Override
    public String reverse() {
        return "";
    }

    private String path() {
        return Sysctls.ofInterface(interfaceName, "rp_filter");
    }
}
