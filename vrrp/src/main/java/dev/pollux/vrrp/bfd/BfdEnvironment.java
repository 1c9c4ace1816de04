package dev.pollux.vrrp.bfd;

import dev.pollux.linux.event.LatenessListener;
import dev.pollux.linux.time.NanoClock;
import io.netty.channel.IoEventLoop;

/**
 * What the engine lives in.
 *
 * @param loop owns the sessions and their sockets; in the network namespace of the neighbours
 * @param listener called on the loop; must not block
 * @param lateness hears of every timer how late it fired
 */
public record BfdEnvironment(IoEventLoop loop, NanoClock clock, BfdListener listener, LatenessListener lateness) {}
