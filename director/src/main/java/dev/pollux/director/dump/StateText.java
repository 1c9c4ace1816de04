package dev.pollux.director.dump;

import dev.pollux.grammar.model.Configuration;
import dev.pollux.grammar.text.ConfigurationText;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** {@code keepalived.data}: what is, for people, and the configuration in force with its secrets masked. */
final class StateText {

    private StateText() {}

    /**
     * The text.
     *
     * @param groups state of each sync group
     * @param trackers what is known of each tracker
     */
    static String of(
            List<RouterDump> routers, Map<String, String> groups, Map<String, String> trackers, Configuration inForce) {
        StringBuilder text = new StringBuilder("------< VRRP Topology >------\n");
        for (RouterDump router : routers) {
            text.append(" VRRP Instance = ").append(router.status().name()).append('\n');
            line(text, "State", router.status().state());
            line(text, "Interface", router.status().key().interfaceName());
            line(text, "Virtual Router ID", router.status().key().virtualRouterId());
            line(text, "Priority", router.status().priority());
            line(text, "Effective priority", router.status().effectivePriority());
            router.status().source().ifPresent(source -> line(text, "Using src_ip", source.getHostAddress()));
            router.status().masterAddress().ifPresent(master -> line(text, "Master router", master.getHostAddress()));
            router.status()
                    .rival()
                    .ifPresent(rival ->
                            line(text, "Split brain with", rival.address().getHostAddress()));
            if (!router.status().sendFailure().isEmpty()) {
                line(text, "Adverts cannot be sent", router.status().sendFailure());
            }
            router.status()
                    .lastTransition()
                    .ifPresent(last -> line(text, "Reason", last.reason().text()));
            line(
                    text,
                    "Addresses held",
                    router.status().held().stream()
                            .map(address -> address.getHostAddress())
                            .toList());
            router.status().lacking().forEach(lacking -> line(text, "Cannot be added", lacking));
        }
        section(text, "VRRP Sync groups", groups);
        section(text, "Trackers", trackers);
        text.append("------< Configuration >------\n").append(ConfigurationText.of(inForce, false));
        return text.toString();
    }

    private static void section(StringBuilder text, String title, Map<String, String> values) {
        text.append("------< ").append(title).append(" >------\n");
        new TreeMap<>(values).forEach((name, value) -> text.append(' ')
                .append(name)
                .append(" = ")
                .append(value)
                .append('\n'));
    }

    private static void line(StringBuilder text, String name, Object value) {
        text.append("   ").append(name).append(" = ").append(value).append('\n');
    }
}
