package dev.pollux.director;

import dev.pollux.director.reload.Engine;
import dev.pollux.grammar.model.BfdCheck;
import dev.pollux.grammar.model.BfdInstance;
import dev.pollux.grammar.model.Configuration;
import dev.pollux.grammar.model.TrackerKey;
import dev.pollux.linux.event.LatenessListener;
import dev.pollux.linux.time.NanoClock;
import dev.pollux.vrrp.bfd.BfdEnvironment;
import dev.pollux.vrrp.bfd.BfdListener;
import dev.pollux.vrrp.bfd.BfdProxy;
import dev.pollux.vrrp.bfd.BfdStatus;
import io.netty.channel.IoEventLoop;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** The BFD sessions as a reload sees them. */
record Sessions(BfdProxy proxy, BfdListener hearers) implements Engine {

    static Sessions start(IoEventLoop loop, LatenessListener lateness, BfdListener hearers) {
        return new Sessions(BfdProxy.start(new BfdEnvironment(loop, NanoClock.system(), hearers, lateness)), hearers);
    }

    @Override
    public CompletionStage<Prepared> prepare(Configuration next) {
        return proxy.prepare(next).thenApply(plan -> () -> {
            absent(next).forEach(name -> hearers.session(name, false, "BFD is not run"));
            return proxy.commit(plan);
        });
    }

    CompletionStage<Void> stop() {
        return proxy.stop();
    }

    BfdStatus status() {
        return proxy.status();
    }

    /** Sessions that somebody asks for and that do not run, which is so with {@code -B}: as in keepalived, they are down. */
    private static Set<String> absent(Configuration next) {
        Set<String> names = new HashSet<>();
        next.vrrpInstances().forEach(instance -> instance.tracking().objects().stream()
                .filter(object -> object.key().kind() == TrackerKey.Kind.BFD)
                .forEach(object -> names.add(object.key().name())));
        next.virtualServers().forEach(server -> server.realServers()
                .forEach(real -> real.checkers().forEach(checker -> {
                    if (checker instanceof BfdCheck check) {
                        names.add(check.session());
                    }
                })));
        next.bfdInstances().stream().map(BfdInstance::name).forEach(names::remove);
        return names;
    }
}
