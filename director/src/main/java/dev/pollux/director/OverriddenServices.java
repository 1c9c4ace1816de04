package dev.pollux.director;

import dev.pollux.director.control.ControlSocket;
import dev.pollux.ipvs.IpvsProxy;
import dev.pollux.ipvs.fullnat.FullNatProxy;
import dev.pollux.ipvs.override.OverrideAnswer;
import dev.pollux.ipvs.table.Command;
import dev.pollux.ipvs.table.LocalAddressChange;
import dev.pollux.ipvs.table.TableChange;
import dev.pollux.linux.netlink.NetlinkAck;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** What is changed by hand: the IPVS table's part by one engine, local addresses by another. */
record OverriddenServices(IpvsProxy services, FullNatProxy translations) implements ControlSocket.Services {

    @Override
    public CompletionStage<List<OverrideAnswer>> override(List<TableChange> changes) {
        return services.override(only(Command.class, changes))
                .thenCombine(
                        translations.override(only(LocalAddressChange.class, changes)),
                        (ofTable, ofAddresses) -> merged(changes, ofTable, ofAddresses));
    }

    @Override
    public CompletionStage<Void> lift(List<TableChange> changes) {
        return services.lift(only(Command.class, changes))
                .thenCompose(done -> translations.lift(only(LocalAddressChange.class, changes)));
    }

    @Override
    public List<TableChange> overrides() {
        List<TableChange> all = new ArrayList<>(services.overrides());
        all.addAll(translations.overrides());
        return all;
    }

    /** Local addresses are the director's, whosever service they are for. */
    private static List<OverrideAnswer> merged(
            List<TableChange> changes, List<OverrideAnswer> ofTable, List<NetlinkAck> ofAddresses) {
        Iterator<OverrideAnswer> table = ofTable.iterator();
        Iterator<NetlinkAck> addresses = ofAddresses.iterator();
        return changes.stream()
                .map(change -> change instanceof Command ? table.next() : new OverrideAnswer(true, addresses.next()))
                .toList();
    }

    private static <T> List<T> only(Class<T> kind, List<TableChange> changes) {
        return changes.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
