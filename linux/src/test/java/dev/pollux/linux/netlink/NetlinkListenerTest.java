package dev.pollux.linux.netlink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pollux.linux.event.EventLoops;
import dev.pollux.linux.testing.NetworkNamespace;
import io.netty.channel.IoEventLoop;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class NetlinkListenerTest {

    private static final int RTNLGRP_LINK = 1;
    private static final int SMALL_BUFFER = 4 * 1024;

    private final AtomicInteger messages = new AtomicInteger();
    private final AtomicInteger losses = new AtomicInteger();

    @Test
    void asksForAFreshDumpWhenNotificationsWereLostAndGoesOn() {
        NetlinkSubscription subscription =
                new NetlinkSubscription(NetlinkConnection.ROUTE, List.of(RTNLGRP_LINK), SMALL_BUFFER);
        IoEventLoop loop = EventLoops.create("test-listener");
        try (NetworkNamespace namespace = NetworkNamespace.open();
                NetlinkListener listener = namespace.call(() -> NetlinkListener.open(
                        loop, subscription, message -> messages.incrementAndGet(), losses::incrementAndGet))) {
            CountDownLatch release = new CountDownLatch(1);
            loop.execute(() -> awaitQuietly(release));
            for (int times = 0; times < 10; times++) {
                namespace.ip("link set lo down");
                namespace.ip("link set lo up");
            }
            release.countDown();
            await().untilAsserted(() -> assertThat(losses).hasPositiveValue());

            loop.submit(listener::read).awaitUninterruptibly();
            int before = messages.get();
            namespace.ip("link set lo down");
            await().untilAsserted(() -> assertThat(messages).hasValueGreaterThan(before));
        } finally {
            loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
