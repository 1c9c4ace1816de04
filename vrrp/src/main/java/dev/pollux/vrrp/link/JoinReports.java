package dev.pollux.vrrp.link;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code disable_local_igmp}: the kernel need not report that it joins groups of 224.0.0.0/24, which switches forward anyway
 * (RFC 4541). Owned by the {@code rtnl} loop.
 */
public final class JoinReports {

    private static final Logger log = LoggerFactory.getLogger(JoinReports.class);
    private static final Path SETTING = Path.of("/proc/sys/net/ipv4/igmp_link_local_mcast_reports");

    private boolean quiet;

    /** Turns them off, or on again if this object turned them off. */
    public void quiet(boolean wanted) {
        if (wanted == quiet) {
            return;
        }
        try {
            if (quiet || Files.readString(SETTING).startsWith("1")) {
                Files.writeString(SETTING, wanted ? "0" : "1");
                quiet = wanted;
            }
        } catch (IOException e) {
            log.warn("Cannot set {}: {}", SETTING, e.toString());
        }
    }
}
