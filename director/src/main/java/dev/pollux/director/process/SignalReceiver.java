package dev.pollux.director.process;

import dev.pollux.linux.event.DescriptorReader;
import dev.pollux.linux.signal.Signal;
import dev.pollux.linux.signal.SignalDescriptor;
import io.netty.channel.IoEventLoop;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hears the signals that keepalived knows. The launcher has them blocked, so that none can end the process. */
public final class SignalReceiver {

    private static final Logger LOG = LoggerFactory.getLogger(SignalReceiver.class);

    /** SIGRTMIN+2 asks for JSON, SIGRTMAX-1 for statistics that begin anew, SIGRTMAX for a dump of threads. */
    private static final Set<Signal> ALL = Set.of(
            Signal.HUP,
            Signal.INT,
            Signal.TERM,
            Signal.USR1,
            Signal.USR2,
            new Signal(36),
            new Signal(63),
            new Signal(64));

    private SignalReceiver() {}

    /** Begins to hear them; {@code handler} is called on {@code control}. They are heard for the life of the process. */
    public static void open(IoEventLoop control, Consumer<Signal> handler) {
        SignalDescriptor signals = SignalDescriptor.open(ALL);
        var unused = DescriptorReader.register(
                control,
                signals.descriptor(),
                () -> signals.receive(received -> {
                    LOG.debug("Received {} from process {}", received.signal(), received.senderPid());
                    handler.accept(received.signal());
                }));
    }
}
