package dev.pollux.vrrp;

import dev.pollux.linux.event.LatenessListener;
import dev.pollux.linux.time.NanoClock;
import io.netty.channel.IoEventLoop;
import java.nio.file.Path;

/**
 * What the engine lives in. Both loops must be in the network namespace of the interfaces.
 *
 * @param vrrpLoop owns the virtual routers and their sockets
 * @param rtnlLoop carries out what may wait for the kernel's rtnl lock
 * @param listener called on the {@code vrrp} loop; must not block
 * @param addressJournal file of lines for {@code ip -batch}, one for each address held; its folder is made if missing
 * @param lateness hears of every advert and master-down timer how late it fired
 * @param wallClock nanoseconds since 1970, read on the {@code vrrp} loop only
 */
public record VrrpEnvironment(
        IoEventLoop vrrpLoop,
        IoEventLoop rtnlLoop,
        NanoClock clock,
        VrrpListener listener,
        Path addressJournal,
        LatenessListener lateness,
        NanoClock wallClock) {

    /** One with the machine's own wall clock. */
    public VrrpEnvironment(
            IoEventLoop vrrpLoop,
            IoEventLoop rtnlLoop,
            NanoClock clock,
            VrrpListener listener,
            Path addressJournal,
            LatenessListener lateness) {
        this(vrrpLoop, rtnlLoop, clock, listener, addressJournal, lateness, NanoClock.wall());
    }

    VrrpEnvironment with(VrrpListener newListener) {
        return new VrrpEnvironment(vrrpLoop, rtnlLoop, clock, newListener, addressJournal, lateness, wallClock);
    }
}
