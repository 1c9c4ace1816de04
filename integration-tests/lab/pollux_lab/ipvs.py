"""The IPVS table of a director, as ipvsadm prints it."""

from .commands import run


def table(host):
    """`ipvsadm -Ln` without its title and its counters of connections: lines to compare."""
    lines = []
    for line in _ipvsadm(host, "-Ln", check=False).splitlines():
        words = line.split()
        if words[:1] == ["->"] and words[1] != "RemoteAddress:Port":
            lines.append(" ".join(words[:4]))  # address, forwarding, weight
        elif words and words[0] in ("TCP", "UDP", "SCTP", "FWM"):
            lines.append(" ".join(words))
    return lines


def servers(host):
    """Weight of every destination in the table, by its address."""
    return {words[1].rpartition(":")[0]: int(words[3]) for words in map(str.split, table(host)) if words[0] == "->"}


def clear(host):
    _ipvsadm(host, "-C")


def _ipvsadm(host, *arguments, check=True):
    return run("nsenter", f"--net=/run/netns/{host.namespace}", "ipvsadm", *arguments, check=check)
