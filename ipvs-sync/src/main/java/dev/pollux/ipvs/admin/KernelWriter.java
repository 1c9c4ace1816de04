package dev.pollux.ipvs.admin;

import dev.pollux.ipvs.kernel.IpvsClient;
import dev.pollux.ipvs.table.Command;
import dev.pollux.ipvs.table.LocalAddressChange;
import dev.pollux.ipvs.table.TableChange;
import dev.pollux.linux.netlink.NetlinkAck;
import dev.pollux.linux.syscall.Errno;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The straight way into the kernel: commands that follow each other go together. */
final class KernelWriter implements TableWriter {

    private final Supplier<IpvsClient> client;
    private final LocalAddressTable localAddresses;
    private final PrintStream notes;

    /** @param notes where it is said what a local address lacks */
    KernelWriter(Supplier<IpvsClient> client, LocalAddressTable localAddresses, PrintStream notes) {
        this.client = client;
        this.localAddresses = localAddresses;
        this.notes = notes;
    }

    @Override
    public List<NetlinkAck> execute(List<TableChange> changes) {
        List<NetlinkAck> answers = new ArrayList<>();
        List<Command> together = new ArrayList<>();
        for (TableChange change : changes) {
            if (change instanceof Command command) {
                together.add(command);
            } else {
                write(together, answers);
                answers.add(write((LocalAddressChange) change));
            }
        }
        write(together, answers);
        return answers;
    }

    private void write(List<Command> together, List<NetlinkAck> answers) {
        if (!together.isEmpty()) {
            answers.addAll(client.get().execute(List.copyOf(together)));
            together.clear();
        }
    }

    private NetlinkAck write(LocalAddressChange change) {
        if (client.get().read(change.service()).isEmpty()) {
            return new NetlinkAck(Errno.ESRCH.number(), "");
        }
        NetlinkAck answer = localAddresses.change(change);
        if (answer.succeeded()) {
            localAddresses.missing(change).forEach(notes::println);
        }
        return answer;
    }
}
