package dev.pollux.integration.scenario;

import dev.pollux.integration.capture.FifoReader;
import dev.pollux.integration.network.Command;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;

/**
 * What a director tells by scripts and FIFOs. In its folder are the FIFO {@code fifo}, the script {@code say}, which writes down
 * its arguments, and {@code copy}, which reads the FIFO that its last argument names.
 */
record Diary(Path folder, FifoReader fifo) {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    static Diary begin(Path folder) {
        Path fifo = folder.resolve("fifo");
        Command.of("mkfifo", fifo.toString()).output();
        write(folder.resolve("said"), "");
        write(folder.resolve("copied"), "");
        script(folder.resolve("say"), "IFS='|'\necho \"$*\" >> " + folder.resolve("said"));
        script(folder.resolve("copy"), "exec cat \"$2\" >> " + folder.resolve("copied"));
        return new Diary(folder, FifoReader.start(fifo));
    }

    /** The arguments of each run of {@code say} so far, with {@code |} between them. */
    List<String> said() {
        return lines("said");
    }

    /** What {@code say} was told after this first argument, in the order of the runs. */
    List<String> said(String first) {
        return said().stream().filter(line -> line.startsWith(first + "|")).toList();
    }

    /** What {@code copy} has read so far. */
    List<String> copied() {
        return lines("copied");
    }

    /** Waits until {@code say} has been run so many times with these arguments. */
    void awaitSaid(String arguments, int times) {
        Awaitility.await(times + " times " + arguments)
                .atMost(LIMIT)
                .until(() -> said().stream().filter(arguments::equals).count() >= times);
    }

    /** Makes a file in the folder. */
    void touch(String name) {
        write(folder.resolve(name), "");
    }

    private List<String> lines(String name) {
        try {
            return Files.readAllLines(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void script(Path file, String text) {
        write(file, "#!/bin/sh\n" + text + "\n");
        Command.of("chmod", "755", file.toString()).output();
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
