package dev.pollux.ipvs.kernel;

/**
 * What the kernel's IPVS says of itself.
 *
 * @param version three numbers of eight bits: 0x010201 is 1.2.1
 * @param connectionTableSize number of hash buckets
 */
public record KernelInfo(int version, int connectionTableSize) {

    /** For people: {@code 1.2.1}. */
    public String versionText() {
        return (version >>> 16) + "." + ((version >>> 8) & 0xff) + "." + (version & 0xff);
    }
}
