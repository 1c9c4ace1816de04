package dev.pollux.ipvs.admin;

import dev.pollux.ipvs.table.Service;

/** The value of {@code -b}: flags by number, or by what they mean to the hashing schedulers. */
final class SchedulerFlags {

    private SchedulerFlags() {}

    static int read(String text, String scheduler) {
        int flags = 0;
        for (String name : text.split(",", -1)) {
            flags |= switch (name) {
                case "" -> 0;
                case "flag-1" -> Service.SCHEDULER_1;
                case "flag-2" -> Service.SCHEDULER_2;
                case "flag-3" -> Service.SCHEDULER_3;
                case "sh-fallback", "mh-fallback" -> of(name, scheduler, Service.SCHEDULER_1);
                case "sh-port", "mh-port" -> of(name, scheduler, Service.SCHEDULER_2);
                default -> throw UsageException.meaning("-b " + name + ": there is no such flag");
            };
        }
        return flags;
    }

    private static int of(String name, String scheduler, int flag) {
        if (!name.startsWith(scheduler + "-")) {
            throw UsageException.meaning("-b " + name + ": no flag of the scheduler " + scheduler);
        }
        return flag;
    }
}
