package dev.pollux.ipvs.reconcile;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Loads modules with modprobe(8), as keepalived does. It needs CAP_SYS_MODULE and blocks for some milliseconds. */
public final class Modprobe implements ModuleLoader {

    private static final Logger log = LoggerFactory.getLogger(Modprobe.class);
    private static final int PATIENCE_SECONDS = 10;

    @Override
    public void load(String module) {
        try {
            Process process = new ProcessBuilder("modprobe", "-s", "--", module)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                log.warn("modprobe {} does not end", module);
            } else if (process.exitValue() != 0) {
                log.debug("modprobe {} failed with exit code {}", module, process.exitValue());
            }
        } catch (IOException e) {
            log.debug("modprobe {} could not be run: {}", module, e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
