"""Every way of forwarding with real traffic, TCP and UDP, IPv4 and IPv6, on one director; then what FULLNAT promises."""

import collections
import contextlib
import pathlib
import re
import signal

from .. import client, ipvs
from ..commands import run
from ..crossroads import FAMILIES, IPV4, WAYS, WEIGHTS, Crossroads, Way, configuration, question, service
from ..namespaces import inside
from ..pair import SLACK, START
from ..program import Director
from ..report import CheckFailed, Skipped, expect, wait_until

REQUESTS = 12
REPAIR_TIME = 5
COUNTED = 60  # at the latest; every ten seconds where counting is quick


def stage(report, kind, options):
    if options.program == "keepalived":
        with report.check("forwarding: every way"):
            raise Skipped("keepalived has neither FULLNAT nor masquerade")
        return
    crossroads = Crossroads().build()
    director = Director(crossroads.director, options.program)
    try:
        Forwarding(report, crossroads, director).run()
    finally:
        director.stop()
        director.remove()
        crossroads.remove()


class Forwarding:
    def __init__(self, report, crossroads, director):
        self.report, self.crossroads, self.director = report, crossroads, director
        self.file = director.directory / "forwarding.conf"
        self.fullnat = next(way for way in WAYS if way.name == "FULLNAT")

    def check(self, name, vital=False):
        return self.report.check(f"forwarding: {name}", self.evidence, vital)

    def evidence(self):
        yield from (f"nft {line}" for line in self.ruleset().splitlines())
        yield from (f"ipvs {line}" for line in ipvs.listing(self.director.host))
        yield from (f"log {line}" for line in self.director.log().splitlines()[-30:])

    def run(self):
        self.file.write_text(configuration())
        self.director.start(self.file)
        with self.check("the table is filled", vital=True) as measured:
            count = len(WAYS) * len(FAMILIES) * 2
            took = wait_until(f"{count} services", lambda: self.services() == count, START)[1]
            measured.append(f"after {took:.1f} s")
        self.warnings()
        for way in WAYS:
            for subnets in FAMILIES:
                for protocol in ("TCP", "UDP"):
                    self.traffic(way, subnets, protocol)
        self.counters()
        self.fullnat_survives()
        self.view()
        self.end()

    def services(self):
        return sum(line.split()[0] in ("TCP", "UDP") for line in ipvs.table(self.director.host))

    def warnings(self):
        with self.check("a differing port under DR gives one warning") as measured:
            measured.append(self.only_line("cannot change the port"))
        with self.check("one-packet scheduling with FULLNAT is warned of, and not set"):
            lines = self.lines("ops is ignored")
            expect(len(lines) == len(FAMILIES), f"{lines}")
            expect(not [line for line in ipvs.table(self.director.host) if " ops" in line], "ops is set")

    def lines(self, text):
        return [line for line in self.director.log().splitlines() if text in line]

    def only_line(self, text):
        lines = self.lines(text)
        expect(len(lines) == 1, f"{len(lines)} lines: {lines}")
        return lines[0]

    def traffic(self, way, subnets, protocol):
        with self.check(f"{way.name}, {protocol} over {subnets.family}") as measured:
            answers = [self.crossroads.ask(way, subnets, protocol) for _ in range(REQUESTS)]
            servers = collections.Counter(name for name, _, _ in answers)
            due = {name: REQUESTS * weight / sum(WEIGHTS.values()) for name, weight in WEIGHTS.items()}
            expect(servers == due, f"{dict(servers)}, not {due}")
            expect({port for _, _, port in answers} == {way.server_port}, f"ports: {answers}")
            seen = collections.Counter(address for _, address, _ in answers)
            expect(set(seen) == way.expected_clients(subnets), f"clients seen: {dict(seen)}")
            # A late packet of an earlier connection may begin one of its own, which takes a turn: then they differ by two.
            expect(max(seen.values()) - min(seen.values()) <= 2, f"not spread evenly: {dict(seen)}")
            measured.append(", ".join(f"{address} {count}" for address, count in seen.items()))

    def counters(self):
        """IPVS counts a service's packets both ways; what bypasses the director it cannot count."""
        with self.check("answers bypass the director under DR and TUN, and only there") as measured:
            # The kernel adds its counters up every few seconds, and later where it has just begun to count.
            wait_until("packets in of every way", lambda: min(self.packets(way)[0] for way in WAYS) >= REQUESTS * 4, COUNTED + SLACK)
            for way in WAYS:
                into, out = self.packets(way)
                expect((out == 0) == way.bypasses, f"{way.name}: {into} packets in, {out} out")
                measured.append(f"{way.name} {into}/{out}")

    def packets(self, way):
        """The packets of all services of a way, in and out, as far as the kernel has added them up."""
        numbers = [(0, 0)]
        for line in self.ipvsadm("-Ln", "--stats", "--exact").splitlines():
            words = line.split()  # TCP 192.0.2.10:1001 Conns InPkts OutPkts InBytes OutBytes
            if words[:1] in (["TCP"], ["UDP"]) and words[1].endswith(f":{way.port}"):
                numbers.append((int(words[3]), int(words[4])))
        return tuple(map(sum, zip(*numbers)))

    def fullnat_survives(self):
        with contextlib.closing(self.crossroads.connect(self.fullnat, IPV4, "TCP", 15)) as connection:
            before = question(connection)
            for what, harm, mended in (
                ("nft flush ruleset", ["nft", "flush", "ruleset"], lambda: "vmap @tcp4" in self.ruleset()),
                ("net.ipv4.vs.conntrack=0", ["sysctl", "-qw", "net.ipv4.vs.conntrack=0"], lambda: self.conntrack() == "1"),
            ):
                with self.check(f"{what} is put right, an established connection goes on") as measured:
                    self.execute(*harm)
                    measured.append(f"after {wait_until('repaired', mended, REPAIR_TIME + SLACK)[1]:.1f} s")
                    expect(question(connection) == before, "the connection has broken")
                    self.traffic_goes_on()
            with self.check("a reload adds a service, an established connection goes on"):
                more = Way("one more", 1013, self.fullnat.lines, self.fullnat.client, self.fullnat.side, 8080)
                self.file.write_text(configuration() + service(more, IPV4, "TCP"))
                self.director.process.send_signal(signal.SIGHUP)
                element = f"{IPV4.vip} . 1013"
                wait_until(element, lambda: element in self.ruleset(), START)
                expect(question(connection) == before, "the connection has broken")

    def traffic_goes_on(self):
        seen = {self.crossroads.ask(self.fullnat, IPV4, "UDP")[1] for _ in range(2)}
        expect(seen == self.fullnat.expected_clients(IPV4), f"clients seen: {seen}")

    def view(self):
        with self.check("connections are counted by local address") as measured:
            local = IPV4.locals("back")[0]
            held = [self.crossroads.connect(self.fullnat, FAMILIES[1], "TCP") for _ in range(4)]
            names, counts = FAMILIES[1].locals("back"), {}

            def counted():
                page = client.request(self.director.host, address="127.0.0.1", port=9165, path="/metrics", timeout=30)
                counts.update(re.findall(r'pollux_local_address_connections\{local_address="([^"]+)"\} (\S+)', page))
                return counts if float(counts.get(names[0], 0)) >= 2 and float(counts.get(local, 0)) >= 1 else None

            try:
                measured.append(str(wait_until("the count", counted, COUNTED + SLACK)[0]))
            except CheckFailed as failure:
                raise CheckFailed(f"{failure}: {counts}") from failure
            for connection in held:
                connection.close()

    def end(self):
        with self.check("it leaves neither table nor local addresses, nor the setting"):
            code = self.director.stop()
            expect(code == 0, f"it ended with {code}")
            expect(not self.ruleset(), self.ruleset())
            left = {address for address, _ in self.director.addresses()} & set(IPV4.locals("front") + IPV4.locals("back"))
            expect(not left, f"left behind: {left}")
            expect(self.conntrack() == "0", "net.ipv4.vs.conntrack is still set")

    def ruleset(self):
        return self.execute("nft", "list", "ruleset")

    def conntrack(self):
        with inside(self.director.host.namespace):
            return pathlib.Path("/proc/sys/net/ipv4/vs/conntrack").read_text().strip()

    def ipvsadm(self, *arguments):
        return self.execute("ipvsadm", *arguments)

    def execute(self, *command):
        return run("nsenter", f"--net=/run/netns/{self.director.host.namespace}", *command)
