package dev.pollux.integration.director;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** What may stand in a director's place: they take the same file, options and signals. */
public enum Program {
    POLLUX(Path.of(System.getProperty("pollux.home", ".."), "bin", "pollux")),
    KEEPALIVED(Path.of("/usr/sbin/keepalived"));

    private final Path executable;

    Program(Path executable) {
        this.executable = executable.toAbsolutePath().normalize();
    }

    /** The program whose behaviour the scenarios judge; {@code -Dprogram.under.test=keepalived} calibrates them. */
    public static Program underTest() {
        return valueOf(System.getProperty("program.under.test", "pollux").toUpperCase(Locale.ROOT));
    }

    public Path executable() {
        return executable;
    }

    public boolean installed() {
        return Files.isExecutable(executable);
    }

    /** The command line for the foreground: configuration {@code conf}, log on the console, pid files in {@code run}. */
    public List<String> command(Path conf, Path run) {
        return List.of(
                executable.toString(),
                "-n",
                "-l",
                "-G",
                "-f",
                conf.toString(),
                "-p",
                run.resolve("director.pid").toString(),
                "-r",
                run.resolve("vrrp.pid").toString(),
                "-c",
                run.resolve("checkers.pid").toString());
    }
}
