package dev.pollux.director;

import dev.pollux.ipvs.admin.Ipvsadm;
import dev.pollux.ipvs.kernel.IpvsClient;
import dev.pollux.ipvs.names.SystemNames;
import dev.pollux.ipvs.reconcile.Modprobe;
import java.io.BufferedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** {@code pollux ipvsadm}: its own process, without loops. */
final class IpvsTool {

    private static final String MODULE = "ip_vs";

    private IpvsTool() {}

    /** Returns what the process ends with. */
    static int run(List<String> words, PrintStream out, PrintStream errors) {
        PrintStream buffered = new PrintStream(new BufferedOutputStream(out), false, StandardCharsets.UTF_8);
        return new Ipvsadm(new Ipvsadm.Streams(System.in, buffered, errors), SystemNames.read(), IpvsTool::kernel, null)
                .run(words);
    }

    private static Optional<IpvsClient> kernel() {
        Optional<IpvsClient> kernel = IpvsClient.open();
        if (kernel.isEmpty()) {
            new Modprobe().load(MODULE);
            kernel = IpvsClient.open();
        }
        return kernel;
    }
}
