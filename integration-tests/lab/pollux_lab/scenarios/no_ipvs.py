"""A kernel without IPVS, which appears later. Only in the virtual machine, whose modules are nobody else's."""

import os
import pathlib
import re

from ..commands import run
from ..pair import SLACK, START, Pair
from ..report import Skipped, expect, wait_until

FORBIDDEN = pathlib.Path("/etc/modprobe.d/pollux-lab-no-ipvs.conf")


def stage(report, kind, options):
    if os.environ.get("LAB_KERNEL") != "own" or options.program == "keepalived":
        with report.check("no IPVS in the kernel"):
            raise Skipped("this kernel's modules are not the lab's own" if options.program == "pollux" else "Pollux's own promise")
        return
    forbid_ipvs()
    pair = Pair(kind, options.program)
    try:
        pair.d1.start(f"lvs-{kind}/master.conf")
        with report.check("no IPVS in the kernel: VRRP runs nevertheless", pair.evidence, vital=True):
            pair.wait_for_master(pair.d1)
        with report.check("no IPVS in the kernel: one clear error", pair.evidence) as measured:
            pattern = re.compile(r"\bIPVS\b|\bip_vs\b")
            wait_until("a line about IPVS in the log", lambda: pattern.search(pair.d1.log()), SLACK)
            lines = [line for line in pair.d1.log().splitlines() if pattern.search(line)]
            expect(len(lines) == 1, f"{len(lines)} lines: {lines}")
            measured.append(lines[0])
        with report.check("no IPVS in the kernel: it is picked up when the module appears", pair.evidence) as measured:
            allow_ipvs()
            measured.append(f"after {pair.wait_for_servers(pair.d1, 3, 5 + SLACK):.1f} s")
            pair.expect_answers()
    finally:
        allow_ipvs()
        pair.d1.stop()
        pair.remove()


def forbid_ipvs():
    loaded = [line.split()[0] for line in pathlib.Path("/proc/modules").read_text().splitlines()]
    modules = [name for name in loaded if name.startswith("ip_vs_")] + [name for name in loaded if name == "ip_vs"]
    if modules:
        run("modprobe", "-r", *modules)
    FORBIDDEN.write_text("install ip_vs /bin/false\n")


def allow_ipvs():
    FORBIDDEN.unlink(missing_ok=True)
    run("modprobe", "ip_vs")
