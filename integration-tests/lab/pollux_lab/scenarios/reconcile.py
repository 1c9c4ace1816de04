"""The table belongs to the configuration: what others change is repaired, and neither that nor the director's own death
costs a connection. With the sync daemon a failover costs none either."""

from .. import control, ipvs
from ..client import Conversation
from ..commands import run
from ..pair import DOWN_INTERVAL, SLACK, START, Pair
from ..program import PROGRAMS, PROJECT
from ..report import Skipped, expect, wait_until
from ..topologies import VIP

REPAIR_TIME = 5
OTHERS = """
virtual_server {vip} 81 {{
    lb_algo rr
    lb_kind DR
    protocol TCP
    real_server 222.33.180.71 81 {{
        weight 5
    }}
    real_server 222.33.180.72 81 {{
    }}
}}
virtual_server {vip} 82 {{
    lb_algo wlc
    lb_kind DR
    protocol TCP
    real_server 222.33.180.73 82 {{
    }}
}}
"""


def stage(report, kind, options):
    pair = Pair("dr", options.program)
    try:
        Reconcile(report, pair).run()
    finally:
        pair.remove()


class Reconcile:
    def __init__(self, report, pair):
        self.report, self.pair = report, pair
        self.host = pair.d1.host
        self.wanted = []

    def check(self, name, vital=False):
        return self.report.check(f"reconcile: {name}", self.pair.evidence, vital)

    def run(self):
        with self.check("a director alone fills its table", vital=True):
            if self.pair.d1.program == "keepalived":
                raise Skipped("keepalived does not look at the kernel's table again")
        if self.pair.d1.program == "keepalived":
            return
        self.pair.d1.start(self.file(self.pair.d1, "master"))
        with self.check("all virtual servers are in the table", vital=True):
            self.pair.wait_for_master(self.pair.d1)
            self.pair.wait_for_servers(self.pair.d1, 3, SLACK)
            self.wanted = ipvs.table(self.host)
            expect(len(self.wanted) == 9, f"{self.wanted}")
        self.drift()
        self.overrides()
        self.restart()
        self.failover()

    def file(self, director, name):
        """A file of conf-examples with two services more and the sync daemon."""
        text = (PROJECT / "conf-examples" / "lvs-dr" / f"{name}.conf").read_text()
        text = text.replace("global_defs {", "global_defs {\n    lvs_sync_daemon eth0 inst VI_1 id 51", 1)
        file = director.directory / f"{name}.conf"
        file.write_text(text + OTHERS.format(vip=VIP))
        return file

    def drift(self):
        talk = Conversation(self.pair.client)
        with self.check("a deleted service, a weight, a scheduler: repaired; a foreign service is left") as measured:
            ipvs.change(
                self.host,
                f"-D -t {VIP}:81",
                f"-E -t {VIP}:82 -s rr",
                f"-e -t {VIP}:80 -r 222.33.180.72:80 -g -w 77",
                f"-A -t {VIP}:99 -s rr",
            )
            expect(ipvs.table(self.host) != self.wanted, "ipvsadm changed nothing")
            _, took = wait_until("the table is repaired", lambda: self.repaired(), REPAIR_TIME + SLACK)
            expect(any(f"{VIP}:99" in line for line in ipvs.table(self.host)), "the foreign service is gone")
            talk.say()
            measured.append(f"after {took:.1f} s")
        with self.check("a table that is cleared costs no connection") as measured:
            ipvs.clear(self.host)
            _, took = wait_until("the table is repaired", lambda: self.repaired(), REPAIR_TIME + SLACK)
            talk.say()
            measured.append(f"after {took:.1f} s")
        talk.close()

    def overrides(self):
        server = f"-t {VIP}:80 -r 222.33.180.72:80"

        def weight():
            lines = ipvs.table(self.host)
            below = lines[lines.index(next(line for line in lines if f"{VIP}:80 " in line)) :]
            return next(line.split()[3] for line in below if "222.33.180.72:80" in line)

        with self.check("an override by pollux ipvsadm is kept over drift repair, and shown until it is lifted") as measured:
            run("nsenter", f"--net=/run/netns/{self.host.namespace}", PROGRAMS["pollux"], "ipvsadm", *f"-e {server} -g -w 0".split())
            expect(weight() == "0", f"the weight is {weight()}")
            ipvs.change(self.host, f"-e {server} -g -w 77")
            _, took = wait_until("the override is back", lambda: weight() == "0", REPAIR_TIME + SLACK)
            listed = control.ask(self.host, "/ipvs/overrides")
            expect(server in listed and listed.count("-t") == 1, f"listed: {listed}")
            control.ask(self.host, "/ipvs/overrides/lift", listed)
            wait_until("it is lifted", self.repaired, SLACK)
            expect("[]" in control.ask(self.host, "/ipvs/overrides"), "it is still listed")
            measured.append(f"back after {took:.1f} s")

    def repaired(self):
        return sorted(line for line in ipvs.table(self.host) if f"{VIP}:99" not in line) == sorted(self.wanted)

    def restart(self):
        d1 = self.pair.d1
        talk = Conversation(self.pair.client)
        with self.check("kill -9 and a new start: no connection lost, no entry touched") as measured:
            d1.kill()
            before = ipvs.table(self.host)
            d1.start(self.file(d1, "master"))

            def back():
                expect(ipvs.table(self.host) == before, f"the table changed: {ipvs.table(self.host)}")
                return self.pair.holds(d1) and d1.log().count("IPVS table read")

            _, took = wait_until("the director is back", back, START)
            expect("0 changes needed" in d1.log(), "the table was written to")
            wait_until("the address answers", lambda: say(talk), SLACK)
            measured.append(f"back after {took:.1f} s")
        with self.check("a service that left the file while the director was down is removed"):
            d1.kill()
            file = self.file(d1, "master")
            file.write_text(file.read_text().partition(f"virtual_server {VIP} 82")[0])
            d1.start(file)
            wait_until("the service is gone", lambda: all(f"{VIP}:82" not in line for line in ipvs.table(self.host)), START)
            expect(any(f"{VIP}:81" in line for line in ipvs.table(self.host)), "another service is gone")
            self.pair.wait_for_master(d1)
        talk.close()

    def failover(self):
        d1, d2 = self.pair.d1, self.pair.d2
        with self.check("with the sync daemon an established connection survives a failover") as measured:
            d2.start(self.file(d2, "backup"))
            self.pair.wait_for_servers(d2, 3, START)
            wait_until("both daemons run", lambda: daemon(d1) == "master" and daemon(d2) == "backup", SLACK)
            talk = Conversation(self.pair.client)
            for _ in range(4):
                talk.say()
            wait_until("the connection is known to the backup", lambda: ipvs.connections(d2.host, "ESTABLISHED"), SLACK)
            self.pair.die(d1)
            took = self.pair.wait_for_master(d2, DOWN_INTERVAL + SLACK)
            wait_until("the connection goes on", lambda: say(talk), SLACK)
            expect(daemon(d2) == "master", f"the daemon of d2 is {daemon(d2)}")
            measured.append(f"{talk.server} answers on, {took:.1f} s after the master died")
            talk.close()


def say(talk):
    try:
        talk.say()
        return True
    except TimeoutError:
        return False  # not yet; a lost connection ends otherwise


def daemon(director):
    return ipvs.daemon(director.host)
