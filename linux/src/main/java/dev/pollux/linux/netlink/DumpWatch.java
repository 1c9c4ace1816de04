package dev.pollux.linux.netlink;

/** Notices that the kernel's table changed while it was dumped. */
final class DumpWatch {

    private boolean interrupted;

    /** The same decoder, with an eye on every message's flags. */
    <T> NetlinkDecoder<T> watching(NetlinkDecoder<T> decoder) {
        return message -> {
            interrupted |= (message.flags() & NetlinkFlags.DUMP_INTERRUPTED) != 0;
            return decoder.decode(message);
        };
    }

    boolean interrupted() {
        return interrupted;
    }
}
