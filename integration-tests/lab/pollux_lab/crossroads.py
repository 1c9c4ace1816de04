"""One director, two real servers and a client in two subnets, so that every way of forwarding can be tried side by side:

    client ------+--- front 192.0.2.0/24, 2001:db8::/64 ---+--- eth0 director, VIPs
    near .100    |                                         +--- eth0 rs1 .11, rs2 .12   (DR, TUN, masquerade, near FULLNAT)
    far: behind  |
    a route      +    back 172.16.0.0/24, fd00:16::/64  ---+--- eth1 director .1
                                                           +--- eth1 rs1 .11, rs2 .12   (NAT, FULLNAT)

The servers' route to the `far` address leads through the director (NAT); to the `stranger` they have none (FULLNAT).
"""

import socket
import subprocess

from .commands import run
from .namespaces import inside
from .network import Network
from .program import PROJECT

SERVER = PROJECT / "integration-tests" / "lab" / "echo-server"
WEIGHTS = {"rs1": 2, "rs2": 1}
GUE_PORT = 6080
MODULES = ("ip_vs", "ip_vs_wrr", "ipip", "ip_gre", "fou", "ip6_tunnel", "ip6_gre", "fou6")


class Subnets:
    """The addresses of one family."""

    def __init__(self, family, vip, near, far, stranger, front, back, bits):
        self.family, self.vip, self.bits = family, vip, bits
        self.clients = {"near": near, "far": far, "stranger": stranger}
        self.front, self.back = front, back

    def on(self, side, last):
        return (self.front if side == "front" else self.back) + str(last)

    def locals(self, side):
        return [self.on(side, 50), self.on(side, 51)]


IPV4 = Subnets("IPv4", "192.0.2.10", "192.0.2.100", "198.51.100.100", "203.0.113.100", "192.0.2.", "172.16.0.", (24, 32))
IPV6 = Subnets("IPv6", "2001:db8::10", "2001:db8::100", "2001:db8:f::100", "2001:db8:e::100", "2001:db8::", "fd00:16::", (64, 128))
FAMILIES = (IPV4, IPV6)


class Way:
    """A way of forwarding: the service's port, the servers' own, and who is to be seen there as the client."""

    def __init__(self, name, port, lines, client, side, server_port=None, seen="client", bypasses=False):
        self.name, self.port, self.lines, self.client, self.side = name, port, lines, client, side
        self.server_port = server_port or port
        self.seen, self.bypasses = seen, bypasses

    def expected_clients(self, subnets):
        if self.seen == "local":
            return set(subnets.locals(self.side))
        return {subnets.on(self.side, 1) if self.seen == "director" else subnets.clients[self.client]}


WAYS = (
    Way("NAT", 1001, "lvs_method NAT", "far", "back", server_port=8080),
    Way("NAT with masquerade in one subnet", 1002, "lvs_method NAT\n masquerade", "near", "front", 8080, seen="director"),
    Way("FULLNAT", 1003, "lb_kind FNAT\n laddr_group_name back", "stranger", "back", 8080, seen="local"),
    Way("FULLNAT in one subnet", 1004, "lb_kind FNAT\n laddr_group_name front", "near", "front", 8080, seen="local"),
    Way("DR", 1005, "lvs_method DR", "near", "front", bypasses=True),
    Way("TUN by ipip", 1006, "lvs_method TUN", "near", "front", bypasses=True),
    Way("TUN by gre", 1007, "lvs_method TUN type gre", "near", "front", bypasses=True),
    Way("TUN by gue", 1008, f"lvs_method TUN type gue port {GUE_PORT}", "near", "front", bypasses=True),
)


def configuration(ways=WAYS):
    """All ways, TCP and UDP, IPv4 and IPv6, without VRRP. One port under DR, and one flag under FULLNAT, cannot be."""
    text = ""
    for side, device in (("front", ""), ("back", " eth1")):
        addresses = "".join(f"    {subnets.on(side, 50)}-51{device}\n" for subnets in FAMILIES)
        text += f"local_address_group {side} {{\n{addresses}}}\n"
    for way in ways:
        for subnets in FAMILIES:
            for protocol in ("TCP", "UDP"):
                text += service(way, subnets, protocol)
    return text


def service(way, subnets, protocol):
    ops = "ops" if (way.name, protocol) == ("FULLNAT", "UDP") else ""
    text = f"virtual_server {subnets.vip} {way.port} {{\n lvs_sched wrr\n {way.lines}\n {ops}\n protocol {protocol}\n"
    for number, weight in enumerate(WEIGHTS.values(), start=1):
        wrong = (way.name, subnets.family, protocol, number) == ("DR", "IPv4", "TCP", 1)
        port = 9999 if wrong else way.server_port
        text += f" real_server {subnets.on(way.side, 10 + number)} {port} {{\n  weight {weight}\n }}\n"
    return text + "}\n"


class Crossroads:
    def __init__(self, prefix="lab-"):
        run("modprobe", "-a", *MODULES, check=False)
        self.network = Network(prefix)
        self.client = self._client()
        self.director = self._director()
        self.servers = [self._server(f"rs{number}", 10 + number) for number in (1, 2)]
        self.processes = []

    def build(self):
        self.network.build()
        for server in self.servers:
            self._prepare_tunnels(server)
        ports = sorted({str(way.server_port) for way in WAYS})
        for server in self.servers:
            command = ["ip", "netns", "exec", server.namespace, SERVER, server.name, *ports]
            self.processes.append(subprocess.Popen(command, stdout=subprocess.PIPE))
        for process in self.processes:
            if process.stdout.readline() != b"listening\n":
                raise RuntimeError("an echo server did not start")
        return self

    def remove(self):
        for process in self.processes:
            process.kill()
            process.wait()
            process.stdout.close()
        self.network.remove()

    def _host(self, name, *cables):
        host = self.network.host(name)
        for interface, lan in cables:
            self.network.cable(host, interface, lan)
            host.sysctls[f"net.ipv6.conf.{interface}.dad_transmits"] = 0
            host.sysctls[f"net.ipv4.conf.{interface}.rp_filter"] = 0
        host.sysctls["net.ipv4.conf.all.rp_filter"] = 0
        return host

    def _client(self):
        client = self._host("client", ("eth0", "front"))
        for subnets in FAMILIES:
            subnet, single = subnets.bits
            client.address("eth0", f"{subnets.clients['near']}/{subnet}")
            client.address("eth0", *(f"{subnets.clients[who]}/{single}" for who in ("far", "stranger")))
        return client

    def _director(self):
        director = self._host("d1", ("eth0", "front"), ("eth1", "back"))
        director.sysctl(
            net__ipv4__ip_forward=1,
            net__ipv6__conf__all__forwarding=1,
            net__ipv4__conf__all__send_redirects=0,
            net__ipv4__conf__eth0__send_redirects=0,
        )
        for subnets in FAMILIES:
            subnet, single = subnets.bits
            director.address("eth0", f"{subnets.on('front', 1)}/{subnet}")
            # As keepalived adds single IPv6 addresses: never the source of what the director itself sends.
            lifetime = " preferred_lft 0" if subnets is IPV6 else ""
            director.configuration.append(f"addr add {subnets.vip}/{single} dev eth0{lifetime}")
            director.address("eth1", f"{subnets.on('back', 1)}/{subnet}")
            for who in ("far", "stranger"):
                director.route(f"{subnets.clients[who]}/{single} via {subnets.clients['near']}")
        return director

    def _server(self, name, last):
        server = self._host(name, ("eth0", "front"), ("eth1", "back"))
        server.sysctl(net__ipv4__conf__all__arp_ignore=1, net__ipv4__conf__all__arp_announce=2)
        for subnets in FAMILIES:
            subnet, single = subnets.bits
            server.address("eth0", f"{subnets.on('front', last)}/{subnet}")
            server.address("eth1", f"{subnets.on('back', last)}/{subnet}")
            server.address("lo", f"{subnets.vip}/{single}")
            server.route(f"{subnets.clients['far']}/{single} via {subnets.on('back', 1)}")
        return server

    def _prepare_tunnels(self, server):
        """The fallback devices take every tunnel's packets; GUE is taken apart by fou and goes the way of ipip."""
        lines = [f"link set {device} up" for device in ("tunl0", "gre0", "ip6tnl0", "ip6gre0")]
        lines += [f"fou add port {GUE_PORT} gue", f"-6 fou add port {GUE_PORT} gue"]
        for line in lines:
            run("ip", "-n", server.namespace, *line.split(), check=False)
        for device in ("tunl0", "gre0"):
            run("ip", "netns", "exec", server.namespace, "sysctl", "-qw", f"net.ipv4.conf.{device}.rp_filter=0", check=False)

    def connect(self, way, subnets, protocol, timeout=5):
        """A connected socket of the way's client."""
        kind = socket.SOCK_STREAM if protocol == "TCP" else socket.SOCK_DGRAM
        with inside(self.client.namespace):
            connection = socket.socket(socket.AF_INET if subnets is IPV4 else socket.AF_INET6, kind)
        connection.settimeout(timeout)
        connection.bind((subnets.clients[way.client], 0))
        connection.connect((subnets.vip, way.port))
        return connection

    def ask(self, way, subnets, protocol):
        """(server, client as it was seen there, port it was asked at) of one request on a new connection."""
        with self.connect(way, subnets, protocol) as connection:
            return question(connection)


def question(connection):
    connection.sendall(b"?\n")
    name, client, port = connection.recv(4096).decode().split()
    return name, client, int(port)
