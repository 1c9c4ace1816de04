"""`nftables_ipvs` with real traffic, in the director's namespace and in that of `net_namespace_ipvs`; and a real server that
a BFD session takes out and back, with Debian's keepalived as its neighbour."""

import collections
import contextlib
import signal
import socket

from .. import ipvs
from ..commands import ip_batch, run
from ..crossroads import IPV4, IPV6, Crossroads, question
from ..namespaces import inside
from ..pair import SLACK, START
from ..program import Director
from ..report import Skipped, expect, wait_until

REPAIR_TIME = 5
REQUESTS = 6
FAR = IPV4.clients["far"]
# Every group's addresses with their ports. Persistent clients are the `shop`'s; those the kernel sends to the port they asked
# for, whatever the real server's own.
GROUPS = {
    "web": [("192.0.2.20", 80), ("192.0.2.21", 8081), ("192.0.2.22", 8081)],
    "shop": [("192.0.2.23", 1005), ("192.0.2.24", 1006)],
    "web6": [("2001:db8::20", 80), ("2001:db8::21", 8081)],
}
LINES = {"web": "192.0.2.20 80\n 192.0.2.21-22 8081", "shop": "192.0.2.23 1005\n 192.0.2.24 1006"}
LINES["web6"] = "2001:db8::20 80\n 2001:db8::21 8081"
PERSISTENT = {"shop": "persistence_timeout 60"}
BFD_SERVICE = (IPV4.vip, 1001)


def session(neighbour, own):
    return f"bfd_instance rs1 {{\n neighbor_ip {neighbour}\n source_ip {own}\n min_rx 200\n min_tx 200\n multiplier 5\n}}\n"


def configuration(names, *more):
    text = "global_defs {\n nftables_ipvs\n}\n"
    for name in names:
        subnets = IPV6 if name.endswith("6") else IPV4
        text += f"virtual_server_group {name} {{\n {LINES[name]}\n}}\n"
        text += service(f"group {name}", subnets, PERSISTENT.get(name, ""))
    return text + "".join(more)


def service(address, subnets, line="", check=""):
    text = f"virtual_server {address} {{\n lvs_sched rr\n lvs_method NAT\n protocol TCP\n {line}\n"
    for last in (11, 12):
        text += f" real_server {subnets.on('back', last)} 8080 {{\n weight 1\n {check if last == 11 else ''}\n }}\n"
    return text + "}\n"


def stage(report, kind, options):
    crossroads = Crossroads()
    apart = crossroads.network.host("apart")
    crossroads.build()
    # As keepalived adds single IPv6 addresses: never the source of what the director itself sends.
    lines = [
        f"addr add {address}/{32 if '.' in address else 128} dev eth0{'' if '.' in address else ' preferred_lft 0'}"
        for addresses in GROUPS.values()
        for address, _ in addresses
    ]
    ip_batch(crossroads.director.namespace, lines)
    here = Director(crossroads.director, options.program)
    there = Director(apart, options.program)
    neighbour = Director(crossroads.servers[0], "keepalived")
    try:
        groups = Groups(report, crossroads, here)
        groups.marked(here)
        groups.repaired()
        groups.bfd(neighbour)
        with groups.survivor() as connection:
            groups.apart(there, connection)
    finally:
        for director in (here, there, neighbour):
            director.stop()
            director.remove()
        crossroads.remove()


class Groups:
    def __init__(self, report, crossroads, director):
        self.report, self.crossroads, self.director = report, crossroads, director
        self.host = crossroads.director
        self.names = list(GROUPS)

    def check(self, name, vital=False):
        return self.report.check(name, self.evidence, vital)

    def evidence(self):
        yield from (f"nft {line}" for line in ruleset(self.host).splitlines())
        yield from (f"ipvs {line}" for line in ipvs.listing(self.host))
        yield from (f"log {line}" for line in self.director.log().splitlines()[-30:])

    def start(self, director, *text):
        self.director = director
        director.start(self.write(*text), "-b", director.directory / "bfd.pid")

    def write(self, *text):
        file = self.director.directory / "groups.conf"
        file.write_text(configuration(self.names, *text))
        return file

    def marked(self, director):
        bfd = session(IPV4.on("front", 11), IPV4.on("front", 1))
        check = "BFD_CHECK {\n name rs1\n }"
        self.start(director, bfd, service("%s %d" % BFD_SERVICE, IPV4, check=check))
        with self.check("nftables_ipvs: each group is one service of the kernel", vital=True) as measured:
            measured.append(self.filled())
        with self.check("nftables_ipvs: requests to every address of a group reach its servers in turn") as measured:
            measured.append(self.in_turn("web"))
        with self.check("nftables_ipvs: over IPv6 too") as measured:
            measured.append(self.in_turn("web6"))
        with self.check("nftables_ipvs: another port of a group's address is not balanced"):
            try:
                answer = self.ask("192.0.2.21", 80)
            except ConnectionRefusedError:
                answer = None
            expect(answer is None, f"answered: {answer}")
        with self.check("nftables_ipvs: a client persists over a group's addresses") as measured:
            answers = [self.ask(*target) for target in GROUPS["shop"] * 3]
            servers = {name for name, _, _ in answers}
            expect(len(servers) == 1, f"{answers}")
            expect([port for _, _, port in answers] == [port for _, port in GROUPS["shop"]] * 3, f"{answers}")
            measured.append(f"{len(answers)} requests to {servers}")

    def filled(self):
        """A service by firewall mark for every group, with both servers."""
        def complete():
            lines = ipvs.table(self.host)
            servers = sum("->" in line for line in lines)
            listening = self.director.program == "keepalived" or "Startup complete" in self.director.log()
            return listening and len(marks(lines)) == len(self.names) and servers >= 2 * len(self.names) and ruleset(self.host)

        return f"after {wait_until('a service for every group', complete, START)[1]:.1f} s"

    def in_turn(self, group):
        targets = GROUPS[group]
        answers = [self.ask(*targets[turn % len(targets)]) for turn in range(REQUESTS)]
        servers = collections.Counter(name for name, _, _ in answers)
        expect(servers == {"rs1": REQUESTS // 2, "rs2": REQUESTS // 2}, f"{dict(servers)}")
        expect({port for _, _, port in answers} == {8080}, f"ports: {answers}")
        client = IPV6.clients["far"] if group.endswith("6") else FAR
        expect({seen for _, seen, _ in answers} == {client}, f"clients seen: {answers}")
        return f"{len(targets)} addresses, {dict(servers)}"

    def ask(self, address, port):
        """(server, client as seen there, port there) of one request on a new connection."""
        with self.connect(address, port) as connection:
            return question(connection)

    def connect(self, address, port, timeout=5):
        """A connected socket of the `far` client."""
        subnets = IPV4 if "." in address else IPV6
        with inside(self.crossroads.client.namespace):
            connection = socket.socket(socket.AF_INET if subnets is IPV4 else socket.AF_INET6, socket.SOCK_STREAM)
        connection.settimeout(timeout)
        connection.bind((subnets.clients["far"], 0))
        connection.connect((address, port))
        return connection

    def repaired(self):
        with self.check("nftables_ipvs: a deleted table is put right") as measured:
            if self.director.program == "keepalived":
                raise Skipped("keepalived does not look at its table again")
            before = ruleset(self.host)
            run("nsenter", f"--net=/run/netns/{self.host.namespace}", "nft", "delete", "table", "inet", "keepalived_ipvs")
            took = wait_until("the table is back", lambda: ruleset(self.host) == before, REPAIR_TIME + SLACK)[1]
            self.in_turn("web")
            measured.append(f"after {took:.1f} s")

    def bfd(self, neighbour):
        server = f"-> {IPV4.on('back', 11)}:8080"

        def listed():
            lines = ipvs.table(self.host)
            title = next(index for index, line in enumerate(lines) if "%s:%d" % BFD_SERVICE in line)
            return any(line.startswith(server) for line in lines[title + 1 : title + 3])

        file = neighbour.directory / "bfd.conf"
        file.write_text(session(IPV4.on("front", 1), IPV4.on("front", 11)))
        with self.check("BFD_CHECK: a real server whose session is up is in the table", vital=True) as measured:
            neighbour.start(file, "-b", neighbour.directory / "bfd.pid")
            measured.append(f"after {wait_until('it is in the table', listed, START)[1]:.1f} s")
            self.bfd_answers({"rs1", "rs2"})
        with self.check("BFD_CHECK: it is taken out when its neighbour falls silent") as measured:
            neighbour.kill()
            measured.append(f"after {wait_until('it is out', lambda: not listed(), SLACK)[1]:.1f} s")
            self.bfd_answers({"rs2"})
        with self.check("BFD_CHECK: and put back when the neighbour returns") as measured:
            neighbour.start(file, "-b", neighbour.directory / "bfd.pid")
            measured.append(f"after {wait_until('it is back', listed, START)[1]:.1f} s")
            self.bfd_answers({"rs1", "rs2"})

    def bfd_answers(self, servers):
        answers = {self.ask(*BFD_SERVICE)[0] for _ in range(4)}
        expect(answers == servers, f"answers of {answers}, not {servers}")

    @contextlib.contextmanager
    def survivor(self):
        """The director ends by kill -9 after a reload without its first group; a connection to another one."""
        if self.director.program == "keepalived":
            self.director.stop()
            yield None
            return
        with self.check("nftables_ipvs: a reload without a group leaves the marks of others", vital=True) as measured:
            before = marks(ipvs.table(self.host))
            del self.names[0]
            self.write()
            self.director.process.send_signal(signal.SIGHUP)
            wait_until("its service is gone", lambda: marks(ipvs.table(self.host)) == before[1:], START)
            measured.append(f"{before[1:]}")
        with self.connect(*GROUPS["web6"][0]) as connection:
            question(connection)
            self.director.kill()
            yield connection

    def apart(self, director, connection):
        """The next program in a namespace without a cable, its services in the one with the network."""
        before = ipvs.table(self.host)
        self.start(director, f"net_namespace_ipvs {self.host.namespace}\n")
        with self.check("net_namespace_ipvs: table and marks are in the namespace it names", vital=True) as measured:
            measured.append(self.filled())
        with self.check("net_namespace_ipvs: and none in the director's own"):
            expect(not ipvs.table(director.host), f"{ipvs.table(director.host)}")
            expect(not ruleset(director.host), ruleset(director.host))
        with self.check("net_namespace_ipvs: traffic is balanced there") as measured:
            measured.append(self.in_turn("web6"))
        with self.check("nftables_ipvs: kill -9 and a new start: groups keep their marks, a connection goes on"):
            if not connection:
                raise Skipped("keepalived gives marks anew")
            expect(ipvs.table(self.host) == before, f"{ipvs.table(self.host)}, not {before}")
            expect("0 changes needed" in director.log(), "the table was written to")
            question(connection)
        with self.check("net_namespace_ipvs: it leaves nothing there"):
            code = director.stop()
            expect(code == 0, f"it ended with {code}")
            expect(not ruleset(self.host), ruleset(self.host))
            expect(not ipvs.table(self.host), f"{ipvs.table(self.host)}")


def marks(table):
    return [line.split()[1] for line in table if line.startswith("FWM")]


def ruleset(host):
    return run("nsenter", f"--net=/run/netns/{host.namespace}", "nft", "list", "ruleset")
