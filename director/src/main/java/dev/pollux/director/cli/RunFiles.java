package dev.pollux.director.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Files of one run. The pid file of the supervisor is the launcher's affair.
 *
 * @param configuration what to read
 * @param vrrpPid where to write the process id while VRRP runs; null: the default place
 * @param checkersPid the same for checks
 * @param bfdPid the same for BFD
 */
public record RunFiles(
        Path configuration,
        @Nullable Path vrrpPid,
        @Nullable Path checkersPid,
        @Nullable Path bfdPid) {

    static final String DEFAULT_CONFIGURATION = "/etc/keepalived/keepalived.conf";
}
