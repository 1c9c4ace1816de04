package dev.pollux.ipvs.admin;

import dev.pollux.grammar.model.AddressFamily;
import dev.pollux.grammar.model.AddressLiteral;
import dev.pollux.grammar.model.ServiceKey;
import dev.pollux.ipvs.kernel.SyncDaemon;
import dev.pollux.ipvs.kernel.Timeouts;
import dev.pollux.ipvs.names.NameService;
import dev.pollux.ipvs.table.Command;
import dev.pollux.ipvs.table.LocalAddressChange;
import dev.pollux.ipvs.table.TableChange;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds out what one command line asks for. */
final class AdminRequestReader {

    private static final int TIMEOUTS = 3;

    private final AdminWords words;
    private final NameService names;
    private final ServiceReader services;

    AdminRequestReader(AdminWords words, NameService names) {
        this.words = words;
        this.names = names;
        services = new ServiceReader(words, names);
    }

    AdminRequest request() {
        if (words.verb() == AdminVerb.HELP) {
            return new AdminRequest.Help();
        } else if (words.verb() == AdminVerb.VERSION) {
            return new AdminRequest.Version();
        }
        operands(words.verb() == AdminVerb.SET ? TIMEOUTS : 0);
        return switch (words.verb()) {
            case ADD_SERVICE -> change(new Command.AddService(services.service()));
            case EDIT_SERVICE -> change(new Command.EditService(services.service()));
            case DELETE_SERVICE -> change(new Command.DeleteService(services.key()));
            case ADD_SERVER ->
                change(new Command.AddDestination(services.key(), servers().destination()));
            case EDIT_SERVER ->
                change(new Command.EditDestination(services.key(), servers().destination()));
            case DELETE_SERVER ->
                change(new Command.DeleteDestination(services.key(), servers().key()));
            case ADD_LADDR -> change(localAddress(true));
            case DEL_LADDR -> change(localAddress(false));
            case GET_LADDR ->
                new AdminRequest.ListLocalAddresses(words.has(AdminOption.NUMERIC), services.addressedOrNull());
            case CLEAR -> change(new Command.Flush());
            case LIST -> new ListRequestReader(words, services.keyOrNull()).request();
            case ZERO -> new AdminRequest.Zero(services.keyOrNull());
            case SAVE -> new AdminRequest.Save(words.has(AdminOption.NUMERIC));
            case RESTORE -> new AdminRequest.Restore();
            case SET -> new AdminRequest.SetTimeouts(timeouts(words.operands()));
            case START_DAEMON -> new AdminRequest.StartDaemon(new DaemonReader(words).daemon(role()));
            case STOP_DAEMON -> new AdminRequest.StopDaemon(role());
            case HELP -> new AdminRequest.Help();
            case VERSION -> new AdminRequest.Version();
        };
    }

    private static AdminRequest change(TableChange command) {
        return new AdminRequest.Change(command);
    }

    private LocalAddressChange localAddress(boolean add) {
        ServiceKey.ByAddress service = services.addressed();
        String text = words.value(AdminOption.LOCAL_ADDRESS);
        if (text == null) {
            throw UsageException.meaning(words.verb() + " needs the local address: -z");
        }
        InetAddress address = AddressLiteral.parse(text);
        if (address == null) {
            throw UsageException.meaning("-z " + text + ": no address");
        } else if (AddressFamily.of(address) != service.family()) {
            throw UsageException.meaning("-z " + text + ": of another address family than the service");
        }
        return new LocalAddressChange(add, service, address);
    }

    private DestinationReader servers() {
        ServiceKey service = services.key();
        return new DestinationReader(words, service, names);
    }

    private void operands(int wanted) {
        List<String> operands = words.operands();
        if (operands.size() < wanted) {
            throw UsageException.meaning("--set takes three numbers of seconds: tcp tcpfin udp");
        } else if (operands.size() > wanted) {
            throw UsageException.meaning("Unexpected argument: " + operands.get(wanted));
        }
    }

    private static Timeouts timeouts(List<String> seconds) {
        return new Timeouts(timeout(seconds.get(0)), timeout(seconds.get(1)), timeout(seconds.get(2)));
    }

    private static int timeout(String text) {
        return (int) Numbers.read("--set", text, 0, ServiceReader.MAX_TIMEOUT);
    }

    private SyncDaemon.Role role() {
        @Nullable String state = words.state();
        return Stream.of(SyncDaemon.Role.values())
                .filter(candidate -> candidate.toString().equals(state))
                .findFirst()
                .orElseThrow(() -> UsageException.meaning(words.verb() + " takes master or backup, not " + state));
    }
}
