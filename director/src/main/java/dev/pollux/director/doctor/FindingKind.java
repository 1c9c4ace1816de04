package dev.pollux.director.doctor;

/** Everything that can be found. docs/doctor.md has a table of it, which a test compares. */
enum FindingKind {
    IP_FORWARD(
            "ip-forward",
            Severity.ERROR,
            "NAT, FULLNAT",
            "the kernel does not forward packets: replies of real servers do not reach the clients"),
    SEND_REDIRECTS(
            "send-redirects",
            Severity.WARNING,
            "NAT",
            "clients and real servers are reached by one interface, and the director tells servers to answer the clients "
                    + "directly: those drop answers that do not come from the virtual address"),
    REVERSE_PATH(
            "reverse-path",
            Severity.WARNING,
            "NAT, DR, TUN, FULLNAT",
            "the strict reverse-path filter drops packets whose sender is reached by another interface: requests of clients "
                    + "behind a router come in here, and the default route leads elsewhere"),
    IPVS_MISSING(
            "ipvs-missing", Severity.ERROR, "NAT, DR, TUN, FULLNAT", "this kernel has no IPVS: nothing is balanced"),
    SCHEDULER_MISSING(
            "scheduler-missing",
            Severity.ERROR,
            "NAT, DR, TUN, FULLNAT",
            "the kernel refuses a service whose scheduler or persistence engine it lacks"),
    IPVS_CONNTRACK(
            "ipvs-conntrack",
            Severity.ERROR,
            "FULLNAT, masquerade",
            "IPVS does not tell connection tracking of its connections, so their source is not translated and servers answer "
                    + "past the director; a running Pollux sets it within seconds"),
    CONNTRACK_FULL(
            "conntrack-full",
            Severity.WARNING,
            "FULLNAT, NAT, DR, TUN",
            "when the table of connections is full, packets of new ones are dropped"),
    SERVER_UNREACHABLE(
            "server-unreachable", Severity.ERROR, "NAT, DR, TUN, FULLNAT", "no route leads to a real server"),
    SERVER_BEHIND_ROUTER(
            "server-behind-router",
            Severity.ERROR,
            "DR",
            "the director sends the frame to the server's MAC address, so both must be on one LAN"),
    TUNNEL_MTU(
            "tunnel-mtu",
            Severity.NOTICE,
            "TUN",
            "packets grow on their way through the tunnel: full-sized ones are refused by an ICMP message, and where a "
                    + "firewall drops that, large requests vanish while small ones work"),
    DUPLICATE_ADDRESS(
            "duplicate-address",
            Severity.ERROR,
            "NAT, DR, TUN, FULLNAT",
            "more than one host answers for a virtual address: clients reach now the one, now the other"),
    SERVER_ANSWERS(
            "server-answers",
            Severity.ERROR,
            "DR, TUN",
            "a real server answers ARP for the virtual address: clients that hear it first go past the director"),
    VRID_IN_USE(
            "vrid-in-use",
            Severity.ERROR,
            "VRRP",
            "another virtual router with other addresses uses the same virtual_router_id: each takes the other's adverts for "
                    + "its own, and one never becomes master"),
    TWO_MASTERS(
            "two-masters",
            Severity.ERROR,
            "VRRP",
            "another router sends adverts for addresses that this one holds: either does not hear the other, or drops what it "
                    + "hears"),
    NETWORKD(
            "networkd",
            Severity.WARNING,
            "VRRP, DR, TUN",
            "systemd-networkd removes addresses that it did not add when it starts or configures the interface again"),
    NETWORK_MANAGER(
            "network-manager",
            Severity.WARNING,
            "VRRP, DR, TUN",
            "NetworkManager removes addresses that it did not add when it activates the connection again"),
    CAPABILITY(
            "capability",
            Severity.ERROR,
            "VRRP, NAT, DR, TUN, FULLNAT",
            "without it a director of this user cannot hold addresses, write the IPVS table or speak VRRP"),
    REAL_TIME(
            "real-time",
            Severity.WARNING,
            "VRRP",
            "without it the thread that sends adverts waits behind others, and a busy machine loses its master"),
    KEEPALIVED_RUNNING(
            "keepalived-running",
            Severity.ERROR,
            "VRRP, NAT, DR, TUN, FULLNAT",
            "two programs write one IPVS table and send adverts for one VRID"),
    ARP_IGNORE(
            "arp-ignore",
            Severity.ERROR,
            "DR, TUN",
            "the server answers ARP for the virtual address: clients that hear it first go past the director"),
    ARP_ANNOUNCE(
            "arp-announce",
            Severity.ERROR,
            "DR, TUN",
            "the server names the virtual address as the sender of its ARP requests: routers learn its MAC address for it"),
    VIP_MISSING(
            "vip-missing", Severity.ERROR, "DR, TUN", "the server drops requests to an address that it does not have"),
    VIP_ON_LAN(
            "vip-on-lan",
            Severity.ERROR,
            "DR, TUN",
            "on an interface with ARP the virtual address is answered for whatever arp_ignore says"),
    VIP_PREFIX(
            "vip-prefix",
            Severity.ERROR,
            "DR, TUN",
            "with a whole subnet on the loopback the server takes every address in it for its own, the clients' too"),
    VIP_UNUSABLE(
            "vip-unusable",
            Severity.ERROR,
            "DR, TUN",
            "duplicate address detection found the director: the kernel does not use the address"),
    TUNNEL_MODULE(
            "tunnel-module", Severity.ERROR, "TUN", "without the module nothing takes the packets out of the tunnel"),
    TUNNEL_DOWN("tunnel-down", Severity.ERROR, "TUN", "what the director sends into the tunnel is dropped at its end"),
    TUNNEL_FILTER(
            "tunnel-filter",
            Severity.ERROR,
            "TUN",
            "the strict reverse-path filter drops what comes out of the tunnel, because the way back does not lead into it"),
    GUE_PORT("gue-port", Severity.ERROR, "TUN", "nothing receives GUE on the port that the director sends to"),
    NAT_ROUTE(
            "nat-route",
            Severity.ERROR,
            "NAT",
            "answers do not pass the director, so they come from an address that the client did not ask"),
    LOCAL_ROUTE(
            "local-route",
            Severity.ERROR,
            "FULLNAT",
            "no route leads to a local address: answers do not reach the director"),
    DEFAULT_ROUTE("default-route", Severity.ERROR, "NAT, DR, TUN", "the server has no way back to the clients"),
    ROUTE_THROUGH_DIRECTOR(
            "route-through-director",
            Severity.ERROR,
            "DR, TUN",
            "answers carry the virtual address as their source, and the director drops packets that come from its own address"),
    NOT_EXAMINED(
            "not-examined",
            Severity.NOTICE,
            "VRRP, NAT, DR, TUN, FULLNAT",
            "what was not looked at may be wrong all the same");

    private final String id;
    private final Severity severity;
    private final String breaks;
    private final String why;

    FindingKind(String id, Severity severity, String breaks, String why) {
        this.id = id;
        this.severity = severity;
        this.breaks = breaks;
        this.why = why;
    }

    /** Its name, which stays. */
    String id() {
        return id;
    }

    Severity severity() {
        return severity;
    }

    /** The forwarding methods that suffer, or VRRP, with commas. */
    String breaks() {
        return breaks;
    }

    String why() {
        return why;
    }
}
