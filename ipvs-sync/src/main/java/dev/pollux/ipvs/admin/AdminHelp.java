package dev.pollux.ipvs.admin;

/** What {@code -h} prints. */
final class AdminHelp {

    static final String TEXT = """
            pollux ipvsadm COMMAND [OPTION...]: the kernel's IPVS table, with the words of ipvsadm 1.31

            SERVICE is -t|-u|--sctp-service HOST[:PORT] or -f MARK [-6]; its port is 0 for all ports.

              -A, -E SERVICE [-s SCHEDULER] [-p [SECONDS]] [-M NETMASK] [--pe ENGINE] [-b FLAG,...] [-o]
                                        add or edit a service
              -D SERVICE                delete a service with its servers
              -a, -e SERVICE -r HOST[:PORT] [-g|-m|-i|-b] [-w WEIGHT] [-x UPPER] [-y LOWER]
                                        add or edit a real server; -g routes (default), -m masquerades, -b is -m for
                                        FULLNAT, -i tunnels with
                                        [--tun-type ipip|gue|gre] [--tun-port PORT] [--tun-nocsum|--tun-csum|--tun-remcsum]
              -d SERVICE -r HOST[:PORT] delete a real server
              -P, -Q SERVICE -z ADDRESS add or delete a local address of FULLNAT
              -G [SERVICE] [-n]         list local addresses and their connections
              -C                        delete everything
              -L, -l [SERVICE] [-n] [--stats|--rate|--thresholds|--persistent-conn|--tun-info] [--exact] [--nosort]
                                        list services; -n writes numbers, no names
              -L -c [-n] [--persistent-conn]
                                        list connections
              -L --timeout, -L --daemon list timeouts, list connection synchronization daemons
              -Z [SERVICE]              set counters to zero
              -S [-n]                   print the table as input for -R
              -R                        do what each line of standard input says
              --set TCP TCPFIN UDP      set the timeouts of connections, in seconds; 0 leaves one as it is
              --start-daemon master|backup [--mcast-interface NAME] [--syncid NUMBER] [--sync-maxlen BYTES]
                             [--mcast-group ADDRESS] [--mcast-port PORT] [--mcast-ttl NUMBER]
              --stop-daemon master|backup
              -h, -v                    print this, print the version
            """;

    private AdminHelp() {}
}
