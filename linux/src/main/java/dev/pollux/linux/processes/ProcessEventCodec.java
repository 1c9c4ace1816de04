package dev.pollux.linux.processes;

import dev.pollux.linux.netlink.NetlinkReader;
import dev.pollux.linux.netlink.NetlinkRequest;
import java.util.Optional;

/**
 * Messages of the proc connector (linux/connector.h, linux/cn_proc.h), in host byte order behind the netlink header.
 *
 * <pre>
 * +----------+----------+----------+----------+--------+--------+
 * | index 4  | value 4  |sequence 4|  ack 4   |length 2|flags 2 |   struct cn_msg
 * +----------+----------+----------+----------+--------+--------+
 * |  what 4  |  cpu 4   |     timestamp 8     | pid 4  | tgid 4 |   struct proc_event; for a fork these two are the
 * +----------+----------+---------------------+--------+--------+   parent's and the child's follow
 * </pre>
 */
final class ProcessEventCodec {

    /** {@code CN_IDX_PROC}, which is also the number of the multicast group. */
    static final int GROUP = 1;

    private static final int VALUE = 1;
    private static final int MESSAGE_TYPE = 3;
    private static final int MESSAGE_HEADER = 20;
    private static final int CPU_AND_TIME = 12;
    private static final int LISTEN = 1;

    private static final int FORK = 0x1;
    private static final int EXEC = 0x2;
    private static final int COMM = 0x200;
    private static final int EXIT = 0x80000000;

    private ProcessEventCodec() {}

    /** Asks for events, which the kernel makes only while somebody does. */
    static NetlinkRequest listen() {
        return new NetlinkRequest(MESSAGE_TYPE, 0, message -> message.int32(GROUP)
                .int32(VALUE)
                .zeros(2 * Integer.BYTES)
                .int16(Integer.BYTES)
                .int16(0)
                .int32(LISTEN));
    }

    /** The event; empty: one that does not matter, or that is too short. */
    static Optional<ProcessEvent> decode(NetlinkReader message) {
        int what = message.skip(MESSAGE_HEADER).int32();
        message.skip(CPU_AND_TIME);
        Optional<ProcessEvent> event =
                switch (what) {
                    case FORK -> fork(message);
                    case EXEC, COMM -> process(message).map(ProcessEvent.Renamed::new);
                    case EXIT -> process(message).map(ProcessEvent.Exited::new);
                    default -> Optional.empty();
                };
        return message.error().isPresent() ? Optional.empty() : event;
    }

    private static Optional<ProcessEvent> fork(NetlinkReader message) {
        int parent = message.skip(Integer.BYTES).int32();
        return process(message).map(child -> new ProcessEvent.Forked(child, parent));
    }

    /** The process whose first thread it is; empty: another thread. */
    private static Optional<Integer> process(NetlinkReader message) {
        int thread = message.int32();
        int process = message.int32();
        return thread == process ? Optional.of(process) : Optional.empty();
    }
}
