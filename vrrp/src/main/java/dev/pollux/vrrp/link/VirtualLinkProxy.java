package dev.pollux.vrrp.link;

import dev.pollux.grammar.model.VirtualInterface;
import dev.pollux.linux.route.RouteClient;
import io.netty.channel.IoEventLoop;
import java.util.function.Consumer;

/** The {@code vrrp} loop's way to interfaces: says what it wants, goes on, and hears on its own loop when it is done. */
public final class VirtualLinkProxy {

    private final IoEventLoop vrrpLoop;
    private final IoEventLoop rtnlLoop;
    private final VirtualLinkKeeper keeper;

    /** @param client used on the {@code rtnl} loop only */
    public VirtualLinkProxy(IoEventLoop vrrpLoop, IoEventLoop rtnlLoop, RouteClient client) {
        this.vrrpLoop = vrrpLoop;
        this.rtnlLoop = rtnlLoop;
        this.keeper = new VirtualLinkKeeper(client);
    }

    public void ensure(VirtualInterface wanted, Consumer<LinkOutcome> onOutcome) {
        rtnlLoop.execute(() -> {
            LinkOutcome outcome = keeper.ensure(wanted);
            vrrpLoop.execute(() -> onOutcome.accept(outcome));
        });
    }

    /** After everything wanted of the addresses on it so far. */
    public void remove(VirtualInterface unwanted) {
        rtnlLoop.execute(() -> keeper.remove(unwanted));
    }
}
