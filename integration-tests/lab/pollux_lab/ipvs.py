"""The IPVS table of a director, as ipvsadm prints it."""

import pathlib
import socket

from .commands import run
from .namespaces import inside


def listing(host):
    """`ipvsadm -Ln` without its title."""
    return _ipvsadm(host, "-Ln", check=False).splitlines()[1:]


def table(host):
    """The listing without its headings and its counters of connections: lines to compare."""
    lines = []
    for line in listing(host):
        words = line.split()
        if words[:1] == ["->"] and words[1] != "RemoteAddress:Port":
            lines.append(" ".join(words[:4]))  # address, forwarding, weight
        elif words and words[0] in ("TCP", "UDP", "SCTP", "FWM"):
            lines.append(" ".join(words))
    return lines


def servers(host):
    """Weight of every destination in the table, by its address: from /proc, which costs no process."""
    weights = {}
    with inside(host.namespace):
        try:
            text = pathlib.Path("/proc/thread-self/net/ip_vs").read_text()
        except FileNotFoundError:  # no IPVS in this kernel yet
            return weights
    for line in text.splitlines():
        words = line.split()  # -> AC10000B:0050 Masq 3 0 0
        if words[0] == "->" and len(words) == 6 and words[3].isdigit():
            weights[socket.inet_ntoa(bytes.fromhex(words[1].partition(":")[0]))] = int(words[3])
    return weights


def saved(host):
    """`ipvsadm -Sn`, sorted, with thresholds: it does not tell them itself."""
    lines = _ipvsadm(host, "-Sn").splitlines()
    lines += [line for line in _ipvsadm(host, "-Ln", "--thresholds").splitlines()[3:] if "->" in line]
    return sorted(" ".join(line.split()[:4] if "->" in line else line.split()) for line in lines)


def change(host, *commands):
    """Somebody changes the table: words of ipvsadm."""
    for command in commands:
        _ipvsadm(host, *command.split())


def clear(host):
    _ipvsadm(host, "-C")


def _ipvsadm(host, *arguments, check=True):
    return run("nsenter", f"--net=/run/netns/{host.namespace}", "ipvsadm", *arguments, check=check)


def connections(host, state):
    """How many connections the kernel knows in this state."""
    return sum(state in line for line in _ipvsadm(host, "-Lnc", check=False).splitlines())


def daemon(host):
    """The roles of the sync daemons that run, `master` or `backup`."""
    text = _ipvsadm(host, "-L", "--daemon", check=False)
    return "+".join(role for role in ("master", "backup") if f"{role} sync daemon" in text)
