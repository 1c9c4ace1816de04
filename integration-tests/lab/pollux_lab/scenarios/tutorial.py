"""The tutorial's files as they stand: elected, forwarded through, and their oddities as they are."""

import re
import time

from .. import client, ipvs
from ..pair import DOWN_INTERVAL, SLACK, START, Pair
from ..report import Skipped, expect, wait_until
from ..topologies import CLIENT_ADDRESSES
from . import reference
from .persistence import expect_sticking
from .service import shown

DELAY_LOOP = 6


def stage(report, kind, options):
    pair = Pair(kind, options.program, options.peer)
    try:
        Tutorial(report, pair).run()
    finally:
        pair.remove()


class Tutorial:
    def __init__(self, report, pair):
        self.report, self.pair = report, pair
        self.d1, self.d2 = pair.d1, pair.d2

    def check(self, name, vital=False):
        return self.report.check(f"{self.pair.kind} tutorial: {name}", self.pair.evidence, vital)

    def run(self):
        if "keepalived" in (self.d1.program, self.d2.program):
            with self.check("the files as they stand"):
                raise Skipped("keepalived does not start on a weight without a number")
            return
        keepalived, _ = reference.tables(self.pair, f"lvs-{self.pair.kind}/tutorial/master.conf")
        self.pair.start("tutorial/")
        self.election()
        self.table(keepalived)
        self.warnings()
        self.traffic()
        self.dead_server()
        if self.pair.kind == "nat":
            self.one_side_moves()
        self.master_dies()

    def election(self):
        with self.check("the master is elected", vital=True):
            self.pair.wait_for_master(self.d1)
            for director in (self.d1, self.d2):
                self.pair.wait_for_servers(director, 2, START)

    def table(self, keepalived):
        with self.check("ipvsadm -Ln equals keepalived's, were the weight given as 1"):
            found = ipvs.table(self.d1.host)
            expect(found == reference.required(keepalived), f"{found}, not {keepalived}")

    def warnings(self):
        with self.check("one warning about the weight without a number") as measured:
            lines = [line for line in self.d1.log().splitlines() if re.search(r"\bweight\b", line)]
            expect(len(lines) == 1, f"{len(lines)} lines: {lines}")
            measured.append(lines[0])
        with self.check("the start-up log says that nothing checks the servers") as measured:
            lines = [line for line in self.d1.log().splitlines() if re.search(r"check", line, re.IGNORECASE)]
            expect(lines, "no line about checks")
            measured.append(lines[0])

    def traffic(self):
        with self.check("200 clients are spread evenly") as measured:
            answers = client.tally(self.pair.client, CLIENT_ADDRESSES)
            self.pair.expect_proportion(answers, {"rs1": 1, "rs2": 1})
            measured.append(shown(answers))
        with self.check("a client sticks to its server") as measured:
            measured.append(f"10 requests each: {shown(expect_sticking(self.pair, CLIENT_ADDRESSES[:4]))}")

    def dead_server(self):
        with self.check("a dead server stays in the table, since nothing checks it"):
            self.pair.web["rs1"].kill()
            time.sleep(DELAY_LOOP + 2)
            weights = ipvs.servers(self.d1.host)
            expect(list(weights.values()) == [1, 1], f"table: {weights}")
            self.pair.web["rs1"].start().wait_until_listening()

    def one_side_moves(self):
        network = self.pair.topology.network
        (outside, eth0), (inside, eth1) = self.pair.topology.vips
        with self.check("without a sync group only the side that failed moves"):
            network.unplug(self.d1.host, "eth1")
            split = lambda: (inside, eth1) in self.d2.addresses() and (outside, eth0) in self.d1.addresses()
            wait_until(f"{inside} on d2, {outside} on d1", split, DOWN_INTERVAL + SLACK)
            expect((outside, eth0) not in self.d2.addresses(), f"{outside} has moved too")
            network.plug(self.d1.host, "eth1")
            self.pair.wait_for_master(self.d1, 2 * DOWN_INTERVAL + SLACK)

    def master_dies(self):
        with self.check("the master dies: new connections work through the other director") as measured:
            self.pair.die(self.d1)
            took = self.pair.wait_for_master(self.d2, DOWN_INTERVAL + SLACK)
            measured.append(f"after {took:.1f} s, then {shown(self.pair.expect_answers())}")
