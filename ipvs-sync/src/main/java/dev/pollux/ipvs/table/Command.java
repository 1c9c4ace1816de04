package dev.pollux.ipvs.table;

import dev.pollux.grammar.model.ServiceKey;

/** One change of the kernel's table. Its text form is the arguments of ipvsadm that would do the same. */
public sealed interface Command extends TableChange {

    /** A command on one service or below it. */
    sealed interface OnService extends Command {
        ServiceKey serviceKey();
    }

    record AddService(Service service) implements OnService {
        @Override
        public ServiceKey serviceKey() {
            return service.key();
        }

        @Override
        public String toString() {
            return "-A " + IpvsadmArguments.of(service);
        }
    }

    record EditService(Service service) implements OnService {
        @Override
        public ServiceKey serviceKey() {
            return service.key();
        }

        @Override
        public String toString() {
            return "-E " + IpvsadmArguments.of(service);
        }
    }

    /** The kernel drops the destinations with their service. */
    record DeleteService(ServiceKey serviceKey) implements OnService {
        @Override
        public String toString() {
            return "-D " + IpvsadmArguments.of(serviceKey);
        }
    }

    record AddDestination(ServiceKey serviceKey, Destination destination) implements OnService {
        @Override
        public String toString() {
            return "-a " + IpvsadmArguments.of(serviceKey, destination);
        }
    }

    record EditDestination(ServiceKey serviceKey, Destination destination) implements OnService {
        @Override
        public String toString() {
            return "-e " + IpvsadmArguments.of(serviceKey, destination);
        }
    }

    record DeleteDestination(ServiceKey serviceKey, DestinationKey destination) implements OnService {
        @Override
        public String toString() {
            return "-d " + IpvsadmArguments.of(serviceKey) + " -r " + destination;
        }
    }

    /** Empties the whole table. */
    record Flush() implements Command {
        @Override
        public String toString() {
            return "-C";
        }
    }
}
