package dev.pollux.director;

import dev.pollux.director.control.DirectedWriter;
import dev.pollux.director.control.OverrideTool;
import dev.pollux.ipvs.admin.Ipvsadm;
import dev.pollux.ipvs.fullnat.FullNatTable;
import dev.pollux.ipvs.kernel.IpvsClient;
import dev.pollux.ipvs.names.SystemNames;
import dev.pollux.ipvs.reconcile.Modprobe;
import java.io.BufferedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** {@code pollux ipvsadm} and {@code pollux override}: processes of their own, without loops. */
final class IpvsTool {

    private static final String MODULE = "ip_vs";

    private IpvsTool() {}

    /** Returns what the process ends with. */
    static int run(List<String> words, PrintStream out, PrintStream errors) {
        PrintStream buffered = new PrintStream(new BufferedOutputStream(out), false, StandardCharsets.UTF_8);
        return new Ipvsadm(
                        new Ipvsadm.Streams(System.in, buffered, errors),
                        SystemNames.read(),
                        new Ipvsadm.Reach(
                                IpvsTool::kernel,
                                FullNatTable.open(),
                                kernel -> DirectedWriter.over(kernel, EngineSet.journal(Tenure.CONTROL), errors)))
                .run(words);
    }

    /** {@code pollux override}. */
    static int override(List<String> words, PrintStream out, PrintStream errors) {
        return new OverrideTool(EngineSet.journal(Tenure.CONTROL), SystemNames.read(), out, errors).run(words);
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
