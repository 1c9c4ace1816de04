package dev.pollux.ipvs.admin;

import static dev.pollux.ipvs.admin.AdminVerb.ADD_LADDR;
import static dev.pollux.ipvs.admin.AdminVerb.ADD_SERVER;
import static dev.pollux.ipvs.admin.AdminVerb.ADD_SERVICE;
import static dev.pollux.ipvs.admin.AdminVerb.DELETE_SERVER;
import static dev.pollux.ipvs.admin.AdminVerb.DELETE_SERVICE;
import static dev.pollux.ipvs.admin.AdminVerb.DEL_LADDR;
import static dev.pollux.ipvs.admin.AdminVerb.EDIT_SERVER;
import static dev.pollux.ipvs.admin.AdminVerb.EDIT_SERVICE;
import static dev.pollux.ipvs.admin.AdminVerb.GET_LADDR;
import static dev.pollux.ipvs.admin.AdminVerb.LIST;
import static dev.pollux.ipvs.admin.AdminVerb.SAVE;
import static dev.pollux.ipvs.admin.AdminVerb.START_DAEMON;
import static dev.pollux.ipvs.admin.AdminVerb.STOP_DAEMON;
import static dev.pollux.ipvs.admin.AdminVerb.ZERO;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.cli.Option;
import org.jspecify.annotations.Nullable;

/** What follows a command on the command line of ipvsadm. */
enum AdminOption {
    TCP_SERVICE("t", Value.NEEDED, Group.SERVICE, Sets.ON_SERVICE),
    UDP_SERVICE("u", Value.NEEDED, Group.SERVICE, Sets.ON_SERVICE),
    SCTP_SERVICE(null, Value.NEEDED, Group.SERVICE, Sets.ON_SERVICE),
    FWMARK_SERVICE("f", Value.NEEDED, Group.SERVICE, Sets.ON_SERVICE),
    IPV6("6", Value.NONE, Group.REPEATABLE, Sets.ON_SERVICE),
    SCHEDULER("s", Value.NEEDED, Group.NONE, Sets.SERVICE_SETTING),
    PERSISTENT("p", Value.OPTIONAL, Group.NONE, Sets.SERVICE_SETTING),
    NETMASK("M", Value.NEEDED, Group.NONE, Sets.SERVICE_SETTING),
    PE(null, Value.NEEDED, Group.NONE, Sets.SERVICE_SETTING),
    OPS("o", Value.NONE, Group.NONE, Sets.SERVICE_SETTING),
    SCHED_FLAGS("b", Value.NEEDED, Group.NONE, Sets.SERVICE_SETTING),
    REAL_SERVER("r", Value.NEEDED, Group.NONE, Sets.ON_SERVER),
    GATEWAYING("g", Value.NONE, Group.FORWARDING, Sets.SERVER_SETTING),
    IPIP("i", Value.NONE, Group.FORWARDING, Sets.SERVER_SETTING),
    MASQUERADING("m", Value.NONE, Group.FORWARDING, Sets.SERVER_SETTING),
    FULLNAT(null, Value.NONE, Group.FORWARDING, Sets.SERVER_SETTING),
    WEIGHT("w", Value.NEEDED, Group.NONE, Sets.SERVER_SETTING),
    U_THRESHOLD("x", Value.NEEDED, Group.NONE, Sets.SERVER_SETTING),
    L_THRESHOLD("y", Value.NEEDED, Group.NONE, Sets.SERVER_SETTING),
    TUN_TYPE(null, Value.NEEDED, Group.NONE, Sets.SERVER_SETTING),
    TUN_PORT(null, Value.NEEDED, Group.NONE, Sets.SERVER_SETTING),
    TUN_NOCSUM(null, Value.NONE, Group.NONE, Sets.SERVER_SETTING),
    TUN_CSUM(null, Value.NONE, Group.NONE, Sets.SERVER_SETTING),
    TUN_REMCSUM(null, Value.NONE, Group.NONE, Sets.SERVER_SETTING),
    LOCAL_ADDRESS("z", Value.NEEDED, Group.NONE, EnumSet.of(ADD_LADDR, DEL_LADDR)),
    CONNECTION("c", Value.NONE, Group.NONE, Sets.LISTING),
    TIMEOUT(null, Value.NONE, Group.NONE, Sets.LISTING),
    DAEMON(null, Value.NONE, Group.NONE, Sets.LISTING),
    STATS(null, Value.NONE, Group.NONE, Sets.LISTING),
    RATE(null, Value.NONE, Group.NONE, Sets.LISTING),
    THRESHOLDS(null, Value.NONE, Group.NONE, Sets.LISTING),
    PERSISTENT_CONN(null, Value.NONE, Group.NONE, Sets.LISTING),
    TUN_INFO(null, Value.NONE, Group.NONE, Sets.LISTING),
    EXACT(null, Value.NONE, Group.NONE, Sets.LISTING),
    NOSORT(null, Value.NONE, Group.NONE, Sets.LISTING),
    SORT(null, Value.NONE, Group.REPEATABLE, EnumSet.allOf(AdminVerb.class)),
    NUMERIC("n", Value.NONE, Group.NONE, EnumSet.of(LIST, SAVE, GET_LADDR)),
    SYNCID(null, Value.NEEDED, Group.NONE, EnumSet.of(START_DAEMON, STOP_DAEMON, LIST)),
    SYNC_MAXLEN(null, Value.NEEDED, Group.NONE, EnumSet.of(START_DAEMON)),
    MCAST_INTERFACE(null, Value.NEEDED, Group.NONE, EnumSet.of(START_DAEMON)),
    MCAST_GROUP(null, Value.NEEDED, Group.NONE, EnumSet.of(START_DAEMON)),
    MCAST_PORT(null, Value.NEEDED, Group.NONE, EnumSet.of(START_DAEMON)),
    MCAST_TTL(null, Value.NEEDED, Group.NONE, EnumSet.of(START_DAEMON));

    /** Whether a word belongs to the option. */
    enum Value {
        NONE,
        NEEDED,
        OPTIONAL
    }

    /** Options of which one command takes one only. */
    enum Group {
        NONE,
        SERVICE,
        FORWARDING,
        /** The same one may be there twice. */
        REPEATABLE
    }

    private final @Nullable String letter;
    private final Value value;
    private final Group group;

    @SuppressWarnings("ImmutableEnumChecker") // an EnumSet that nobody changes
    private final Set<AdminVerb> verbs;

    AdminOption(@Nullable String letter, Value value, Group group, Set<AdminVerb> verbs) {
        this.letter = letter;
        this.value = value;
        this.group = group;
        this.verbs = verbs;
    }

    boolean goesWith(AdminVerb verb) {
        return verbs.contains(verb);
    }

    /** Whether one command cannot have both. */
    boolean excludes(AdminOption other) {
        boolean oneOfItsKind = group == Group.SERVICE || group == Group.FORWARDING;
        return oneOfItsKind ? group == other.group : this == other && group != Group.REPEATABLE;
    }

    String longName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Option toOption() {
        return Option.builder(letter)
                .longOpt(longName())
                .hasArg(value != Value.NONE)
                .optionalArg(value == Value.OPTIONAL)
                .get();
    }

    /** For messages: {@code -t} or {@code --stats}. */
    @Override
    public String toString() {
        return letter == null ? "--" + longName() : "-" + letter;
    }

    /** Which commands take an option. */
    private static final class Sets {
        static final Set<AdminVerb> ON_SERVER = EnumSet.of(ADD_SERVER, EDIT_SERVER, DELETE_SERVER);
        static final Set<AdminVerb> SERVER_SETTING = EnumSet.of(ADD_SERVER, EDIT_SERVER);
        static final Set<AdminVerb> SERVICE_SETTING = EnumSet.of(ADD_SERVICE, EDIT_SERVICE);
        static final Set<AdminVerb> ON_SERVICE = EnumSet.of(
                ADD_SERVICE,
                EDIT_SERVICE,
                DELETE_SERVICE,
                ADD_SERVER,
                EDIT_SERVER,
                DELETE_SERVER,
                ADD_LADDR,
                DEL_LADDR,
                GET_LADDR,
                LIST,
                ZERO);
        static final Set<AdminVerb> LISTING = EnumSet.of(LIST);
    }
}
