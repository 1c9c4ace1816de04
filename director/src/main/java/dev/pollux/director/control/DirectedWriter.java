package dev.pollux.director.control;

import dev.pollux.ipvs.admin.TableWriter;
import dev.pollux.ipvs.override.OverrideAnswer;
import dev.pollux.ipvs.table.Command;
import dev.pollux.ipvs.table.TableChange;
import dev.pollux.linux.netlink.NetlinkAck;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Gives commands to the running director first: those about its services become overrides. The rest goes to the kernel, and
 * so does {@code -C}, which is about services of others too.
 */
public final class DirectedWriter implements TableWriter {

    private final ControlClient client;
    private final TableWriter kernel;
    private final PrintStream notes;

    private DirectedWriter(ControlClient client, TableWriter kernel, PrintStream notes) {
        this.client = client;
        this.kernel = kernel;
        this.notes = notes;
    }

    /**
     * The way to the table.
     *
     * @param socket where a director would listen
     * @param notes where it is said that a command became an override
     */
    public static TableWriter over(TableWriter kernel, Path socket, PrintStream notes) {
        ControlClient client = new ControlClient(socket);
        return client.answers() ? new DirectedWriter(client, kernel, notes) : kernel;
    }

    @Override
    public List<NetlinkAck> execute(List<TableChange> commands) {
        List<OverrideAnswer> answers = ask(commands);
        List<TableChange> forKernel = new ArrayList<>();
        for (int i = 0; i < commands.size(); i++) {
            if (answers.get(i).ours() && answers.get(i).answer().succeeded()) {
                notes.println("Override of the running director, until \"pollux override lift\": " + commands.get(i));
            }
            if (kernelToo(commands.get(i), answers.get(i))) {
                forKernel.add(commands.get(i));
            }
        }
        List<NetlinkAck> kernelAnswers = new ArrayList<>(forKernel.isEmpty() ? List.of() : kernel.execute(forKernel));
        List<NetlinkAck> all = new ArrayList<>();
        for (int i = 0; i < commands.size(); i++) {
            all.add(
                    kernelToo(commands.get(i), answers.get(i))
                            ? kernelAnswers.remove(0)
                            : answers.get(i).answer());
        }
        return all;
    }

    private List<OverrideAnswer> ask(List<TableChange> commands) {
        try {
            List<OverrideAnswer> answers =
                    AnswerTexts.read(client.post(ControlSocket.COMMANDS, CommandTexts.write(commands)));
            if (answers.size() != commands.size()) {
                throw new IOException(
                        "the director answered " + answers.size() + " of " + commands.size() + " commands");
            }
            return answers;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean kernelToo(TableChange command, OverrideAnswer answer) {
        return !answer.ours() || command instanceof Command.Flush;
    }
}
