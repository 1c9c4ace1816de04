package dev.pollux.linux.signal;

import dev.pollux.linux.event.DescriptorReader;
import dev.pollux.linux.event.EventLoops;
import dev.pollux.linux.event.Registration;
import dev.pollux.linux.process.ParentDeath;
import io.netty.channel.IoEventLoop;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A JVM started as the launcher starts the director: prints each signal it gets and ends at SIGTERM. */
final class SignalChild {

    static final Set<Signal> SIGNALS =
            Set.of(Signal.HUP, Signal.USR1, Signal.USR2, Signal.TERM, Signal.INT, Signal.realTime(2));

    private final IoEventLoop loop = EventLoops.create("control");
    private final SignalDescriptor signals = SignalDescriptor.open(SIGNALS);
    private final CountDownLatch terminated = new CountDownLatch(1);

    public static void main(String[] args) throws InterruptedException {
        new SignalChild().run();
    }

    private void run() throws InterruptedException {
        Registration registration =
                DescriptorReader.register(loop, signals.descriptor(), () -> signals.receive(this::received));
        ParentDeath.signal(Signal.TERM);
        say("blocked " + SIGNALS.stream().allMatch(SignalMask.blockedInAllThreads()::contains));
        say("ready");
        terminated.await();
        registration.close();
        signals.close();
        loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).await();
        say("end");
    }

    private void received(ReceivedSignal received) {
        say(received.signal() + " from " + received.senderPid());
        if (received.signal().equals(Signal.TERM)) {
            terminated.countDown();
        }
    }

    @SuppressWarnings("SystemOut")
    private static void say(String line) {
        System.out.println(line);
    }
}
