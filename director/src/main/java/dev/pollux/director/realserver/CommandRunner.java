package dev.pollux.director.realserver;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs the commands of iproute2, kmod and procps in the calling thread's network namespace. */
final class CommandRunner {

    /** Where they are when PATH lacks the directories of root. */
    private static final List<Path> USUAL_PLACES = List.of(Path.of("/usr/sbin"), Path.of("/sbin"), Path.of("/usr/bin"));

    private CommandRunner() {}

    /**
     * Runs one to its end.
     *
     * @param command words with single blanks between them
     * @throws IOException with what it says where it fails, or where it is not installed
     */
    static void run(String command) throws IOException {
        List<String> words = new ArrayList<>(List.of(command.split(" ")));
        words.set(0, find(words.get(0)));
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        try {
            if (process.waitFor() != 0) {
                throw new IOException(command + ": " + output.replace("\n", "; "));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(command + ": interrupted", e);
        }
    }

    private static String find(String program) {
        return USUAL_PLACES.stream()
                .map(folder -> folder.resolve(program))
                .filter(Files::isExecutable)
                .findFirst()
                .map(Path::toString)
                .orElse(program);
    }
}
