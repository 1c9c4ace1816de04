package dev.pollux.director.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.FileAppender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import dev.pollux.director.cli.LogOptions;
import io.netty.channel.IoEventLoop;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The destinations of the log. Each stands behind a queue with a thread of its own: a console that nobody reads or a disk
 * that hangs must not stop a loop that has adverts to send.
 */
public final class LogOutput {

    /** The loops that send adverts and control packets. */
    private static final Set<String> HURRIED = Set.of("vrrp", "bfd");

    private static final Path SYSLOG = Path.of("/dev/log");

    private final LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    private final LogOptions options;

    private LogOutput(LogOptions options) {
        this.options = options;
    }

    /** Starts logging to the console and the file that {@code options} name. */
    public static LogOutput start(LogOptions options) {
        LogOutput output = new LogOutput(options);
        output.context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.WARN);
        output.context.getLogger("dev.pollux").setLevel(options.detail() ? Level.DEBUG : Level.INFO);
        if (options.console()) {
            output.addConsole();
        }
        if (options.file() != null) {
            output.addFile(options.file());
        }
        return output;
    }

    /**
     * Adds syslog, if it is wanted. Where there is none and no other destination was asked for, the console stands in.
     *
     * @param loop sends the messages; not the caller's own
     */
    public void addSyslog(IoEventLoop loop) {
        if (!options.syslog()) {
            return;
        }
        if (Files.exists(SYSLOG)) {
            add(new SyslogAppender(options.facility(), SyslogSocket.open(loop, SYSLOG)));
        } else if (!options.console() && options.file() == null) {
            addConsole();
        }
    }

    /** Writes what is queued, for at most a second each, and ends logging. */
    public void stop() {
        context.stop();
    }

    private void addConsole() {
        ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
        console.setTarget("System.err");
        addStream(console);
    }

    private void addFile(Path path) {
        FileAppender<ILoggingEvent> file = new FileAppender<>();
        file.setFile(path.toString());
        addStream(file);
        if (!file.isStarted()) {
            addConsole();
            LoggerFactory.getLogger(LogOutput.class).error("Cannot write the log file {}, using the console", path);
        }
    }

    private void addStream(OutputStreamAppender<ILoggingEvent> stream) {
        LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
        encoder.setContext(context);
        LineLayout layout = new LineLayout();
        layout.setContext(context);
        layout.start();
        encoder.setLayout(layout);
        encoder.start();
        stream.setEncoder(encoder);
        add(stream);
    }

    private void add(Appender<ILoggingEvent> destination) {
        destination.setContext(context);
        destination.start();
        LogQueue queue = new LogQueue(context, destination, HURRIED);
        queue.start();
        context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(queue);
    }
}
