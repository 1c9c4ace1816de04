"""A pair of directors in one of the networks, with its real servers: what the scenarios act on."""

import time

from . import client, ipvs, web
from .commands import ip_batch
from .program import Director
from .report import expect, wait_until
from .topologies import CLIENT_ADDRESSES, WEIGHTS, Topology

# Under emulation a JVM needs long to start, and everything else some seconds more than it should.
START = 90
SLACK = 15
SETTLED = 5  # longer than the delay_loop of conf-examples
DOWN_INTERVAL = 4  # three adverts and the skew, rounded up


class Pair:
    def __init__(self, kind, program, peer=None):
        self.kind = kind
        self.topology = Topology(kind).build()
        self.client = self.topology.client
        self.d1, self.d2 = (
            Director(host, name) for host, name in zip(self.topology.directors, (program, peer or program))
        )
        self.web = web.start_all(self.topology.real_servers)

    def remove(self):
        for director in (self.d1, self.d2):
            director.remove()
        for server in self.web.values():
            server.kill()
        self.topology.remove()

    def start(self, variant=""):
        """Both directors, with master.conf and backup.conf of a folder of the example."""
        self.d1.start(f"lvs-{self.kind}/{variant}master.conf")
        self.d2.start(f"lvs-{self.kind}/{variant}backup.conf")

    def evidence(self):
        for director in (self.d1, self.d2):
            yield f"{director.host.name}: addresses {sorted(director.addresses())}"
            yield from (f"{director.host.name}: ipvs {line}" for line in ipvs.table(director.host))
            yield from (f"{director.host.name}: log {line}" for line in director.log().splitlines()[-40:])

    def holds(self, director):
        """How many of the virtual addresses a director has."""
        return len(director.addresses() & set(self.topology.vips))

    def wait_for_master(self, master, within=START):
        """All virtual addresses on one director, none on the other. Returns the seconds it took."""
        other = self.d2 if master is self.d1 else self.d1

        def moved():
            expect(master.running(), f"the program on {master.host.name} has ended")
            return self.holds(master) == len(self.topology.vips) and not (other.running() and self.holds(other))

        return wait_until(f"every virtual address on {master.host.name} only", moved, within)[1]

    def wait_for_servers(self, director, count, within):
        def filled():
            expect(director.running(), f"the program on {director.host.name} has ended")
            return len(ipvs.servers(director.host)) == count

        return wait_until(f"{count} real servers in the table of {director.host.name}", filled, within)[1]

    def wait_until_settled(self, director, count, within):
        """The table has all real servers, and still has them when every one has been checked."""
        self.wait_for_servers(director, count, within)
        complete_since = time.monotonic()
        while time.monotonic() - complete_since < SETTLED:
            time.sleep(0.2)
            if len(ipvs.servers(director.host)) != count:
                self.wait_for_servers(director, count, within)
                complete_since = time.monotonic()

    def expect_answers(self, requests=12):
        """New connections through the VIP work, each of them."""
        answers = client.tally(self.client, CLIENT_ADDRESSES[:requests])
        expect(sum(answers.get(name, 0) for name in self.web) == requests, f"answers: {answers}")
        return answers

    def expect_proportion(self, answers, weights):
        """Answers by server are in proportion to the weights, up to where the turn happened to stand."""
        total = sum(answers.values())
        for name, weight in weights.items():
            due = total * weight / sum(weights.values())
            expect(abs(answers.get(name, 0) - due) <= max(3, total * 0.03), f"{name} should have {due:g}: {answers}")
        expect(set(answers) <= set(weights), f"answers: {answers}")

    def weights(self):
        return dict(zip(self.web, WEIGHTS))

    def die(self, director):
        """The machine dies: its processes at once, and its links."""
        director.kill()
        for _, interface in self.topology.vips:
            self.topology.network.unplug(director.host, interface)

    def boot(self, director, configuration):
        """The machine comes back, without what its kernel knew, and starts the program again."""
        ip_batch(director.host.namespace, [f"addr del {vip}/32 dev {link}" for vip, link in self.topology.vips], check=False)
        ipvs.clear(director.host)
        for _, interface in self.topology.vips:
            self.topology.network.plug(director.host, interface)
        director.start(configuration)
