"""A configuration with every kind of virtual server that keepalived and the kernel have in common, made by code."""

import itertools

SCHEDULERS = ["rr", "wrr", "lc", "wlc", "lblc", "lblcr", "dh", "sh", "sed", "nq", "fo", "ovf", "mh"]
METHODS = [
    "NAT",
    "DR",
    "TUN",
    "TUN type ipip",
    "TUN type gue port 6080",
    "TUN type gue port 6081 csum",
    "TUN type gue port 6082 remcsum",
    "TUN type gre csum",
]
PERSISTENCE = [
    [],
    ["persistence_timeout 120"],
    ["persistence_timeout 3600", "persistence_granularity {granularity}"],
    ["persistence_timeout 60", "persistence_engine sip"],
]
GRANULARITY = {4: "255.255.240.0", 6: "56"}
FLAGS = {"sh": ["sh-port", "sh-fallback"], "mh": ["mh-port", "mh-fallback"]}
SERVERS = [
    ["weight 1"],
    ["weight 0"],
    ["weight 7", "uthreshold 1000", "lthreshold 10"],
    ["weight 2147483647", "inhibit_on_failure"],
]


def configuration():
    """Text of the file, and how many virtual servers it has."""
    blocks = ["global_defs {\n    script_user root\n}", GROUPS]
    heads = itertools.chain(_by_address(), _by_mark(), _by_group())
    count = 0
    for count, (head, family, settings, method) in enumerate(heads, start=1):
        blocks.append(_virtual_server(count, head, family, settings, method))
    return "\n".join(blocks) + "\n", count


def _by_address():
    combinations = itertools.product(SCHEDULERS, METHODS, (4, 6))
    for number, (scheduler, method, family) in enumerate(combinations):
        protocol = ("TCP", "UDP", "SCTP")[number % 3]
        settings = [f"lvs_sched {scheduler}", f"protocol {protocol}"]
        persistence = PERSISTENCE[number % 4]
        if "sip" in " ".join(persistence) and protocol != "UDP":
            persistence = []
        settings += [line.format(granularity=GRANULARITY[family]) for line in persistence]
        if protocol == "UDP" and number % 2 and not persistence:
            settings.append("ops")
        settings += [flag for bit, flag in enumerate(FLAGS.get(scheduler, [])) if number >> (bit + 1) & 1]
        address = f"10.{number // 250}.1.{number % 250 + 1}" if family == 4 else f"fd00:1::{number + 1:x}"
        # Every port needs persistence.
        port = "" if persistence and number % 5 == 0 else f" {1000 + number}"
        yield f"virtual_server {address}{port}", family, settings, method


def _by_mark():
    for number, (scheduler, method, family) in enumerate(itertools.product(("wlc", "mh"), ("NAT", "DR", "TUN"), (4, 6))):
        settings = [f"lvs_sched {scheduler}", "protocol TCP"]
        settings += ["persistence_timeout 30"] if number % 2 else []
        settings += ["ip_family inet6"] if family == 6 else []
        yield f"virtual_server fwmark {number + 1}", family, settings, method


GROUPS = """virtual_server_group four {
    192.0.2.1 80
    192.0.2.10-12 443
    198.51.100.8/30 8080
    fwmark 77
}
virtual_server_group six {
    2001:db8::1 80
    2001:db8::10-12 443
}"""


def _by_group():
    for name, family in (("four", 4), ("six", 6)):
        for protocol in ("TCP", "UDP"):
            # A mark has no protocol: keepalived would add it for both.
            if name == "four" and protocol == "UDP":
                continue
            yield f"virtual_server group {name}", family, ["lvs_sched sh", f"protocol {protocol}", "sh-port"], "NAT"


def _virtual_server(number, head, family, settings, method):
    lines = [*settings, f"lvs_method {method}"]
    for index in range(2):
        own = SERVERS[(number + index) % len(SERVERS)]
        address = f"172.16.{number}.{index + 1}" if family == 4 else f"fd00:2:{number:x}::{index + 1}"
        port = f" {head.split()[2]}" if head.startswith(("virtual_server 1", "virtual_server f")) and len(head.split()) > 2 else ""
        if "fwmark" in head or "group" in head:
            port = " 8080" if method == "NAT" else " 0"
        own = [*own, "lvs_method DR"] if method == "TUN" and index == 1 and "fwmark" not in head else own
        lines.append(f"real_server {address}{port} {{\n        " + "\n        ".join(own) + "\n    }")
    return f"{head} {{\n    " + "\n    ".join(lines) + "\n}"
