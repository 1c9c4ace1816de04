package dev.pollux.director.realserver;

import dev.pollux.director.host.Sysctls;

/** The words that set a kernel setting. */
final class SysctlWords {

    /** What they begin with. */
    static final String SET = "sysctl -qw ";

    private SysctlWords() {}

    static String set(String path, int value) {
        return SET + Sysctls.name(path) + "=" + value;
    }
}
