package dev.pollux.director.notify;

import dev.pollux.director.notify.Announcement.Subject;
import dev.pollux.grammar.model.Configuration;
import dev.pollux.grammar.model.NotifySettings;
import dev.pollux.grammar.model.VirtualRouterKey;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Who is to be told what of each instance and group. While a configuration comes into force both it and the one before count:
 * what starts is in the one and what stops in the other.
 */
final class Directory {

    private final Map<Subject, NotifySettings> settings = new HashMap<>();
    private final Map<VirtualRouterKey, Subject> instances = new HashMap<>();

    /** Of one configuration, where it has something to say, else of the other. */
    static Directory of(Configuration first, Configuration second) {
        Directory directory = new Directory();
        directory.add(second);
        directory.add(first);
        return directory;
    }

    NotifySettings settings(Subject subject) {
        return settings.getOrDefault(subject, NotifySettings.none());
    }

    Optional<Subject> instance(VirtualRouterKey key) {
        return Optional.ofNullable(instances.get(key));
    }

    private void add(Configuration configuration) {
        configuration.vrrpInstances().forEach(instance -> {
            Subject subject = new Subject(Subject.Type.INSTANCE, instance.name());
            settings.put(subject, instance.notifications());
            instances.put(instance.key(), subject);
        });
        configuration
                .syncGroups()
                .forEach(group -> settings.put(new Subject(Subject.Type.GROUP, group.name()), group.notifications()));
    }
}
