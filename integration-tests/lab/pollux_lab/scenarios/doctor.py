"""`pollux realserver` and `pollux doctor` on a real server of LVS-TUN, which needs a module that a build machine may lack.

What needs no module, DoctorIT shows without the virtual machine.
"""

from ..commands import run
from ..network import Network
from ..program import PROGRAMS
from ..report import Skipped, expect
from ..topologies import VIP

MODE = ("tun", "--vip", VIP)


def stage(report, kind, options):
    if options.program == "keepalived":
        with report.check("doctor: a real server of LVS-TUN"):
            raise Skipped("keepalived has no doctor")
        return
    network = Network()
    server = network.host("rs1")
    network.cable(server, "eth0", "far")
    server.address("eth0", "10.33.0.11/24")
    server.route("default via 10.33.0.1")
    network.build()

    def pollux(*words):
        return run("ip", "netns", "exec", server.namespace, PROGRAMS["pollux"], *words)

    try:
        with report.check("doctor: pollux realserver tun prepares a real server", vital=True) as measured:
            measured.append(f"{len(pollux('realserver', *MODE, '--apply').splitlines())} steps")
            expect(VIP in run("ip", "-n", server.namespace, "addr", "show", "dev", "tunl0", "up"), f"no {VIP} on tunl0")
        with report.check("doctor: it finds nothing but the tunnel's size there"):
            found = pollux("doctor", "--real-server", *MODE, "--listen", "0")  # fails where there are problems
            codes = [line.split(": ")[1] for line in found.splitlines() if not line.startswith(" ")]
            expect(codes == ["tunnel-mtu"], found)
    finally:
        network.remove()
