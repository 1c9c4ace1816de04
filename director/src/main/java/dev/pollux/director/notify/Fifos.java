package dev.pollux.director.notify;

import dev.pollux.director.script.ScriptCommands;
import dev.pollux.director.script.ScriptCounts;
import dev.pollux.director.script.ScriptKind;
import dev.pollux.grammar.model.NotificationSettings;
import dev.pollux.grammar.model.NotificationSettings.Fifo;
import io.netty.channel.IoEventLoop;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The FIFOs of the configuration. Owned by the {@code control} loop. */
final class Fifos {

    private final IoEventLoop loop;
    private final ScriptCounts.Count counts;
    private @Nullable FifoWriter all;
    private @Nullable FifoWriter vrrp;
    private @Nullable FifoWriter servers;

    Fifos(IoEventLoop loop, ScriptCounts counts) {
        this.loop = loop;
        this.counts = counts.of(ScriptKind.FIFO);
    }

    /** Opens what is new and closes what is gone; what stays is not touched, so that its readers notice nothing. */
    void apply(NotificationSettings settings, ScriptCommands commands) {
        all = change(all, settings.all(), commands);
        vrrp = change(vrrp, settings.vrrp(), commands);
        servers = change(servers, settings.servers(), commands);
    }

    void writeOfRouters(String line) {
        write(all, line);
        write(vrrp, line);
    }

    void writeOfServers(String line) {
        write(all, line);
        write(servers, line);
    }

    /** Those that are open. */
    List<FifoWriter> writers() {
        List<FifoWriter> open = new ArrayList<>();
        if (all != null) {
            open.add(all);
        }
        if (vrrp != null) {
            open.add(vrrp);
        }
        if (servers != null) {
            open.add(servers);
        }
        return open;
    }

    void close() {
        writers().forEach(FifoWriter::close);
        all = null;
        vrrp = null;
        servers = null;
    }

    private @Nullable FifoWriter change(@Nullable FifoWriter open, @Nullable Fifo wanted, ScriptCommands commands) {
        if (open != null && open.fifo().equals(wanted)) {
            return open;
        }
        if (open != null) {
            open.close();
        }
        if (wanted == null) {
            return null;
        }
        FifoWriter opened = new FifoWriter(loop, wanted, counts);
        opened.open(commands);
        return opened;
    }

    private static void write(@Nullable FifoWriter writer, String line) {
        if (writer != null) {
            writer.write(line);
        }
    }
}
