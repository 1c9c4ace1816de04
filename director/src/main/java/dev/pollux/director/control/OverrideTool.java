package dev.pollux.director.control;

import dev.pollux.ipvs.admin.AdminRequest;
import dev.pollux.ipvs.names.NameService;
import dev.pollux.ipvs.table.TableChange;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code pollux override list|lift}: looks at the overrides of the running director and ends them. */
public final class OverrideTool {

    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final String ALL = "--all";

    private final ControlClient client;
    private final NameService names;
    private final PrintStream out;
    private final PrintStream errors;

    public OverrideTool(Path socket, NameService names, PrintStream out, PrintStream errors) {
        client = new ControlClient(socket);
        this.names = names;
        this.out = out;
        this.errors = errors;
    }

    /** Returns what the process ends with. */
    public int run(List<String> words) {
        try {
            if (words.equals(List.of("list"))) {
                overrides().forEach(out::println);
                return DONE;
            } else if (words.size() > 1 && words.get(0).equals("lift")) {
                return lift(words.subList(1, words.size()));
            }
        } catch (IOException e) {
            errors.println("pollux: no director answers here: " + e.getMessage());
            return FAILED;
        }
        errors.println("Usage: pollux override list");
        errors.println("       pollux override lift --all");
        errors.println(
                "       pollux override lift SERVICE [-r SERVER | -z ADDRESS]   with ipvsadm's words, such as -t 192.0.2.1:80");
        return FAILED;
    }

    private int lift(List<String> words) throws IOException {
        List<TableChange> inForce = overrides();
        List<TableChange> lifted = words.equals(List.of(ALL))
                ? inForce
                : inForce.stream().filter(about(words)::covers).toList();
        if (lifted.isEmpty()) {
            errors.println("pollux: there is no such override");
            return FAILED;
        }
        String unused = client.post(ControlSocket.LIFT, CommandTexts.write(lifted));
        lifted.forEach(command -> out.println("lifted: " + command));
        return DONE;
    }

    private List<TableChange> overrides() throws IOException {
        return CommandTexts.read(client.get(ControlSocket.OVERRIDES));
    }

    /** The service, real server or local address that the words name. */
    private Subject about(List<String> words) {
        List<String> command =
                new ArrayList<>(List.of(words.contains("-z") ? "-Q" : words.contains("-r") ? "-d" : "-D"));
        command.addAll(words);
        AdminRequest request = AdminRequest.read(command, names);
        return new Subject(
                request instanceof AdminRequest.Change change ? change.command().toString() : "");
    }

    /**
     * What overrides are about.
     *
     * @param deletion the command that would delete it
     */
    private record Subject(String deletion) {

        /** A service covers what is below it. */
        boolean covers(TableChange override) {
            String subject = deletion.replaceFirst("^-[dDQ] ", "");
            String text = override.toString().substring(3) + " ";
            return !subject.isEmpty() && text.startsWith(subject + " ");
        }
    }
}
