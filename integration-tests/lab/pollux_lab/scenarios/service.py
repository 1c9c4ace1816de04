"""The pair for use: elected, forwarding in proportion, servers that die and return, tables, failover, leaving."""

import collections

from .. import client, ipvs
from ..pair import DOWN_INTERVAL, SLACK, START, Pair
from ..report import Skipped, expect, wait_until
from ..topologies import CLIENT_ADDRESSES, FLOATING_LOCALS, OWN_LOCALS
from . import reference

# conf-examples: delay_loop 3, connect_timeout 2, retry 2, delay_before_retry 1
CHECK_TIME = 3 + 2 + 2 * (2 + 1)
REPAIR_TIME = 5


def stage(report, kind, options):
    pair = Pair(kind, options.program, options.peer)
    try:
        whole = reduced = None
        with report.check(f"{kind}: keepalived's tables recorded", pair.evidence):
            whole, reduced = reference.tables(pair, f"lvs-{kind}/master.conf", also_without="rs1")
            reference.required(whole)
        Service(report, pair).run(whole, reduced)
    finally:
        pair.remove()


class Service:
    def __init__(self, report, pair):
        self.report, self.pair = report, pair
        self.d1, self.d2 = pair.d1, pair.d2
        self.master_conf = f"lvs-{pair.kind}/master.conf"

    def check(self, name, vital=False):
        return self.report.check(f"{self.pair.kind}: {name}", self.pair.evidence, vital)

    def run(self, whole, reduced):
        self.pair.start()
        self.election()
        self.table(whole)
        self.proportion()
        if self.pair.kind == "fullnat":
            self.local_addresses(self.d1)
        self.dead_server(reduced)
        self.flush()
        if self.pair.kind == "nat":
            self.link_down("eth0")
            self.link_down("eth1")
        self.master_dies()
        self.leaving()

    def election(self):
        with self.check("the master is elected and fills both tables", vital=True) as measured:
            took = self.pair.wait_for_master(self.d1)
            for director in (self.d1, self.d2):
                self.pair.wait_until_settled(director, 3, START)
            measured.append(f"after {took:.1f} s")

    def table(self, whole):
        with self.check("ipvsadm -Ln equals keepalived's on the same file"):
            for director in (self.d1, self.d2):
                expect(ipvs.table(director.host) == reference.required(whole), f"{ipvs.table(director.host)}, not {whole}")

    def proportion(self):
        with self.check("requests of one client are answered in proportion to the weights") as measured:
            answers = client.tally(self.pair.client, [None] * 60)
            self.pair.expect_proportion(answers, self.pair.weights())
            measured.append(shown(answers))
        with self.check("requests of 200 clients are answered in proportion to the weights") as measured:
            answers = client.tally(self.pair.client, CLIENT_ADDRESSES)
            self.pair.expect_proportion(answers, self.pair.weights())
            measured.append(shown(answers))

    def local_addresses(self, director):
        name = director.host.name
        with self.check(f"real servers see the local addresses of {name} in turn, and no client") as measured:
            asked = [client.request(self.pair.client, source, path="/client") for source in CLIENT_ADDRESSES[:12]]
            seen = collections.Counter(answer.split()[1] for answer in asked)
            # Four each; a late packet of an earlier connection may take one turn.
            expect(set(seen) == {*FLOATING_LOCALS, OWN_LOCALS[name]} and min(seen.values()) >= 3, f"seen: {dict(seen)}")
            measured.append(shown(seen))

    def dead_server(self, reduced):
        with self.check("a killed real server leaves the tables, and only it") as measured:
            self.pair.web["rs1"].kill()
            took = self.pair.wait_for_servers(self.d1, 2, CHECK_TIME + SLACK)
            self.pair.wait_for_servers(self.d2, 2, CHECK_TIME + SLACK)
            answers = client.tally(self.pair.client, [None] * 30)
            self.pair.expect_proportion(answers, {"rs2": 2, "rs3": 1})
            measured.append(f"after {took:.1f} s, then {shown(answers)}")
        with self.check("ipvsadm -Ln with a server down equals keepalived's"):
            found = ipvs.table(self.d1.host)
            expect(found == reference.required(reduced), f"{found}, not {reduced}")
        with self.check("a real server that returns is back in the tables") as measured:
            self.pair.web["rs1"].start().wait_until_listening()
            took = self.pair.wait_for_servers(self.d1, 3, CHECK_TIME + SLACK)
            self.pair.wait_for_servers(self.d2, 3, CHECK_TIME + SLACK)
            answers = client.tally(self.pair.client, [None] * 60)
            self.pair.expect_proportion(answers, self.pair.weights())
            measured.append(f"after {took:.1f} s, then {shown(answers)}")

    def flush(self):
        with self.check("a table that someone cleared is restored") as measured:
            if self.d1.program == "keepalived":
                raise Skipped("keepalived does not look at the kernel's table again")
            before = ipvs.table(self.d1.host)
            ipvs.clear(self.d1.host)
            _, took = wait_until("the table is restored", lambda: ipvs.table(self.d1.host) == before, REPAIR_TIME + SLACK)
            self.pair.expect_answers()
            measured.append(f"after {took:.1f} s")

    def link_down(self, interface):
        network = self.pair.topology.network
        with self.check(f"link down on {interface} of the master moves both addresses") as measured:
            network.unplug(self.d1.host, interface)
            took = self.pair.wait_for_master(self.d2, DOWN_INTERVAL + SLACK)
            self.pair.expect_answers()
            measured.append(f"after {took:.1f} s, then {shown(self.pair.expect_answers())}")
        with self.check(f"link up on {interface} brings them back") as measured:
            network.plug(self.d1.host, interface)
            took = self.pair.wait_for_master(self.d1, 2 * DOWN_INTERVAL + SLACK)
            self.pair.wait_for_servers(self.d1, 3, CHECK_TIME + SLACK)
            measured.append(f"after {took:.1f} s, then {shown(self.pair.expect_answers())}")

    def master_dies(self):
        with self.check("the master dies: new connections work through the other director") as measured:
            self.pair.die(self.d1)
            took = self.pair.wait_for_master(self.d2, DOWN_INTERVAL + SLACK)
            measured.append(f"after {took:.1f} s, then {shown(self.pair.expect_answers())}")
        if self.pair.kind == "fullnat":
            self.local_addresses(self.d2)
        with self.check("the master returns and takes its addresses back") as measured:
            self.pair.boot(self.d1, self.master_conf)
            took = self.pair.wait_for_master(self.d1)
            self.pair.wait_until_settled(self.d1, 3, START)
            measured.append(f"after {took:.1f} s, then {shown(self.pair.expect_answers())}")

    def leaving(self):
        with self.check("a stopped master hands over and leaves nothing") as measured:
            code = self.d1.stop()
            took = self.pair.wait_for_master(self.d2, DOWN_INTERVAL + SLACK)
            self.expect_clean(self.d1, code)
            measured.append(f"{took:.1f} s after it had ended, then {shown(self.pair.expect_answers())}")
        with self.check("a stopped backup leaves nothing"):
            self.expect_clean(self.d2, self.d2.stop())

    def expect_clean(self, director, code):
        expect(code == 0, f"{director.host.name} ended with {code}")
        expect(not self.pair.holds(director), f"{director.host.name} left its addresses behind")
        expect(not ipvs.table(director.host), f"{director.host.name} left its table behind: {ipvs.table(director.host)}")


def shown(answers):
    return ", ".join(f"{name} {count}" for name, count in answers.items())
