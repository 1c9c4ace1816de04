package dev.pollux.director.cli;

import java.net.InetSocketAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the command line asks of a director.
 *
 * @param vrrp run VRRP
 * @param checks run health checks and IPVS
 * @param bfd run BFD; false with {@code -B}
 * @param release what is taken back at the end
 * @param configurationId {@code -i}: which {@code @id} lines are read; null: the host name
 * @param includesMustExist {@code -e}
 * @param dumpConfiguration {@code -d}
 * @param ignoreInterrupt {@code --ignore-sigint}
 * @param httpListen null: no HTTP
 * @param withoutEffect options of keepalived that were given and that nothing here corresponds to
 */
public record RunOptions(
        RunFiles files,
        LogOptions log,
        boolean vrrp,
        boolean checks,
        boolean bfd,
        Release release,
        @Nullable String configurationId,
        boolean includesMustExist,
        boolean dumpConfiguration,
        boolean ignoreInterrupt,
        @Nullable InetSocketAddress httpListen,
        List<String> withoutEffect) {

    public RunOptions {
        withoutEffect = List.copyOf(withoutEffect);
    }

    /** How the configuration is to be read. */
    public ReadingOptions reading() {
        return new ReadingOptions(configurationId, includesMustExist);
    }

    /**
     * What a director that stops takes back.
     *
     * @param addresses false with {@code -V}
     * @param services false with {@code -I}
     */
    public record Release(boolean addresses, boolean services) {}
}
