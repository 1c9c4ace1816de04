"""What Debian's keepalived makes of a file: its IPVS table, on the first director of a pair that is not started yet."""

import re
import shutil

from .. import ipvs
from ..pair import SLACK
from ..program import PROJECT, Director
from ..report import Skipped


def tables(pair, configuration, also_without=None):
    """keepalived's table for a file of conf-examples; and the one with a real server killed, where one is named."""
    if not shutil.which("keepalived"):
        return None, None
    keepalived = Director(pair.topology.directors[0], "keepalived").start(readable(configuration, pair))
    try:
        count = (PROJECT / "conf-examples" / configuration).read_text().count("real_server ")
        pair.wait_for_servers(keepalived, count, SLACK)
        whole = ipvs.table(keepalived.host)
        if not also_without:
            return whole, None
        pair.web[also_without].kill()
        pair.wait_for_servers(keepalived, count - 1, 2 * SLACK)
        return whole, ipvs.table(keepalived.host)
    finally:
        keepalived.stop()
        keepalived.remove()
        if also_without:
            pair.web[also_without].start().wait_until_listening()


def readable(configuration, pair):
    """keepalived does not start on a `weight` without a number, and has no FULLNAT: for it, the number that Pollux takes, and NAT."""
    text = (PROJECT / "conf-examples" / configuration).read_text()
    text = re.sub(r"local_address_group [^}]*}|laddr_group_name .*", "", text).replace("lb_kind FNAT", "lb_kind NAT")
    lines = [line + " 1" if line.strip() == "weight" else line for line in text.splitlines()]
    path = pair.d1.directory / "keepalived.conf"
    path.write_text("\n".join(lines) + "\n")
    return path


def required(table):
    if table is None:
        raise Skipped("keepalived is not installed")
    return table
