"""The networks of conf-examples: lvs-nat, lvs-dr, lvs-tun and lvs-fullnat, with everything the real servers need.

    client -- (198.51.100.0/24) -- router -- (222.33.180.0/24) -- directors
                                                                     nat, fullnat: 172.16.0.0/24 behind their eth1
                                                                     dr:  real servers on the directors' eth0 LAN
                                                                     tun: real servers behind the router, 10.33.0.0/24
"""

from .network import Network

KINDS = ("nat", "dr", "tun", "fullnat")
VIP = "222.33.180.62"
INSIDE_VIP = "172.16.0.252"
FLOATING_LOCALS = ["172.16.0.241", "172.16.0.242"]
OWN_LOCALS = {"d1": "172.16.0.248", "d2": "172.16.0.249"}
CLIENT_ADDRESSES = [f"198.51.100.{last}" for last in range(11, 211)]
REAL_SERVERS = {
    "nat": ["172.16.0.11", "172.16.0.12", "172.16.0.13"],
    "dr": ["222.33.180.71", "222.33.180.72", "222.33.180.73"],
    "fullnat": ["172.16.0.11", "172.16.0.12", "172.16.0.13"],
    "tun": ["10.33.0.11", "10.33.0.12", "10.33.0.13"],
}
WEIGHTS = [3, 2, 1]


class Topology:
    """The network of one kind. `directors` are master and backup, `real_servers` rs1 to rs3."""

    def __init__(self, kind, prefix="lab-", prepare_tunnels=True):
        self.kind = kind
        self.network = Network(prefix)
        self.prepare_tunnels = prepare_tunnels
        inside = {"nat": [INSIDE_VIP], "fullnat": FLOATING_LOCALS}.get(kind, [])
        self.vips = [(VIP, "eth0")] + [(address, "eth1") for address in inside]
        self.client = self._client()
        self.router = self._router()
        self.directors = [self._director("d1", 60), self._director("d2", 61)]
        self.addresses = REAL_SERVERS[kind]
        self.real_servers = [
            self._real_server(f"rs{number}", address) for number, address in enumerate(self.addresses, start=1)
        ]

    def build(self):
        self.network.build()
        return self

    def remove(self):
        self.network.remove()

    def _client(self):
        client = self.network.host("client")
        self.network.cable(client, "eth0", "world")
        client.address("eth0", *(f"{address}/24" for address in CLIENT_ADDRESSES))
        client.route("default via 198.51.100.1")
        return client

    def _router(self):
        router = self.network.host("router")
        self.network.cable(router, "eth0", "world")
        self.network.cable(router, "eth1", "front")
        router.address("eth0", "198.51.100.1/24")
        router.address("eth1", "222.33.180.1/24")
        if self.kind == "tun":
            self.network.cable(router, "eth2", "far")
            router.address("eth2", "10.33.0.1/24")
        # Answers of DR and TUN real servers carry the VIP as source and enter by another interface than it left.
        router.sysctl(net__ipv4__ip_forward=1, net__ipv4__conf__all__rp_filter=0, net__ipv4__conf__default__rp_filter=0)
        return router

    def _director(self, name, last):
        director = self.network.host(name)
        self.network.cable(director, "eth0", "front")
        director.address("eth0", f"222.33.180.{last}/24")
        director.route("default via 222.33.180.1")
        if self.kind in ("nat", "fullnat"):
            self.network.cable(director, "eth1", "back")
            director.address("eth1", f"172.16.0.{last + 190}/24")
            director.sysctl(
                net__ipv4__ip_forward=1,
                net__ipv4__conf__all__send_redirects=0,
                net__ipv4__conf__default__send_redirects=0,
            )
        return director

    def _real_server(self, name, address):
        server = self.network.host(name)
        server.address("eth0", f"{address}/24")
        prepare = {
            "nat": self._prepare_nat,
            "dr": self._prepare_dr,
            "tun": self._prepare_tun,
            "fullnat": self._prepare_fullnat,
        }
        prepare[self.kind](server)
        return server

    def _prepare_nat(self, server):
        self.network.cable(server, "eth0", "back")
        server.route(f"default via {INSIDE_VIP}")

    def _prepare_fullnat(self, server):
        """No route to the client, so that nothing but FULLNAT can work."""
        self.network.cable(server, "eth0", "back")

    def _prepare_dr(self, server):
        self.network.cable(server, "eth0", "front")
        server.sysctl(net__ipv4__conf__all__arp_ignore=1, net__ipv4__conf__all__arp_announce=2)
        server.address("lo", f"{VIP}/32")
        server.route("default via 222.33.180.1")

    def _prepare_tun(self, server):
        self.network.cable(server, "eth0", "far")
        server.route("default via 10.33.0.1")
        server.sysctl(
            net__ipv4__conf__all__arp_ignore=1,
            net__ipv4__conf__all__arp_announce=2,
            net__ipv4__conf__all__rp_filter=0,
            net__ipv4__conf__default__rp_filter=0,
        )
        if self.prepare_tunnels:
            server.sysctl(net__ipv4__conf__tunl0__rp_filter=0)
            server.configuration.append("link set tunl0 up")
            server.address("tunl0", f"{VIP}/32")
