"""Every scheduler, flag, family, forwarding method and kind of service: the table is the one that keepalived makes."""

import shutil

from .. import combinations, ipvs
from ..commands import run
from ..network import Network
from ..pair import START
from ..program import Director
from ..report import Skipped, expect, wait_until


def stage(report, kind, options):
    network = Network("all-")
    host = network.host("lb")
    network.build()
    run("modprobe", "-a", "ip_vs", check=False)
    directors = [Director(host, "keepalived"), Director(host, options.program)]
    try:
        with report.check("every kind of virtual server: the table equals keepalived's", lambda: evidence(directors)) as measured:
            if not shutil.which("keepalived"):
                raise Skipped("keepalived is not installed")
            text, count = combinations.configuration()
            expected, found = (table_of(director, text) for director in directors)
            missing, extra = sorted(set(expected) - set(found)), sorted(set(found) - set(expected))
            expect(len(expected) > 2 * count, f"only {len(expected)} lines of {count} virtual servers: {expected[:5]}")
            expect(not missing and not extra, f"missing {missing[:10]}, extra {extra[:10]}")
            measured.append(f"{count} virtual servers, {len(found)} lines")
    finally:
        for director in directors:
            director.remove()
        network.remove()


def table_of(director, text):
    """The table that a program makes of the file, once it does not change any more."""
    file = director.directory / "every-kind.conf"
    file.write_text(text)
    director.start(file)
    seen = []

    def settled():
        expect(director.running(), f"{director.program} has ended")
        seen.append(ipvs.saved(director.host))
        return seen[-1] and len(seen) > 3 and seen[-4:] == 4 * seen[-1:] and seen[-1]

    table, _ = wait_until(f"{director.program} fills the table", settled, START)
    director.stop()
    expect(not ipvs.table(director.host), f"{director.program} left its table behind")
    return table


def evidence(directors):
    for director in directors:
        yield from (f"{director.program}: log {line}" for line in director.log().splitlines()[-30:])
