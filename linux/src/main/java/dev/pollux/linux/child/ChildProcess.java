package dev.pollux.linux.child;

import dev.pollux.linux.event.DescriptorReader;
import dev.pollux.linux.event.Registration;
import dev.pollux.linux.signal.Signal;
import dev.pollux.linux.syscall.Descriptor;
import dev.pollux.linux.syscall.SpawnCalls;
import dev.pollux.linux.syscall.SystemCallException;
import io.netty.channel.IoEventLoop;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A program that was started, with everything it starts itself. Belongs to the loop it was started on. */
public final class ChildProcess {

    private final int pid;
    private final Descriptor descriptor;
    private final Consumer<ChildExit> onExit;
    private final Registration registration;
    private boolean killRest;
    private boolean ended;

    private ChildProcess(IoEventLoop loop, int pid, Descriptor descriptor, Consumer<ChildExit> onExit) {
        this.pid = pid;
        this.descriptor = descriptor;
        this.onExit = onExit;
        this.registration = DescriptorReader.register(loop, descriptor, this::reap);
    }

    /**
     * Starts a program, waiting for some milliseconds until it is loaded. On the loop, where {@code onExit} is called too.
     *
     * @throws SystemCallException when nothing could be started; a program that cannot be executed ends with status 127 or 126
     */
    public static ChildProcess start(IoEventLoop loop, Command command, Consumer<ChildExit> onExit) {
        assert loop.inEventLoop();
        List<String> arguments = command.arguments();
        int pid = SpawnCalls.spawn(arguments.get(0), arguments, Command.environment(System.getenv()));
        try {
            return new ChildProcess(loop, pid, SpawnCalls.processDescriptor(pid), onExit);
        } catch (SystemCallException e) {
            SpawnCalls.killGroup(pid, Signal.KILL.number());
            throw e;
        }
    }

    /** Asks the program and all its descendants to end, or ends them. Does nothing after the end. */
    public void signalGroup(Signal signal) {
        if (!ended) {
            killRest = true;
            SpawnCalls.killGroup(pid, signal.number());
        }
    }

    /** Looks whether it has ended; then {@code onExit} has been called when this returns. */
    public boolean lookEnded() {
        if (!ended) {
            reap();
        }
        return ended;
    }

    /** Who was signalled must not leave anybody behind. The group is addressed while the dead leader still keeps its number. */
    private void reap() {
        if (ended) {
            return;
        }
        if (killRest) {
            SpawnCalls.killGroup(pid, Signal.KILL.number());
        }
        SpawnCalls.@Nullable End end = SpawnCalls.reap(descriptor);
        if (end == null) {
            return;
        }
        ended = true;
        registration.close();
        descriptor.close();
        onExit.accept(end.exited() ? new ChildExit(end.number(), 0) : new ChildExit(-1, end.number()));
    }
}
