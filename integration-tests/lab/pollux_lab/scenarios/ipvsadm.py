"""`pollux ipvsadm` beside ipvsadm 1.31: the same tables, the same listings byte for byte, saved by one and restored by the other.

Both read many command lines from one process's input (-R), because starting one is slow under emulation.
"""

import contextlib
import difflib
import re
import socket
import subprocess

from ..commands import run
from ..namespaces import inside
from ..program import PROGRAMS
from ..report import Skipped, expect, wait_until

HOME, AWAY = "ipvsadm-home", "ipvsadm-away"
MODULES = "rr wrr lc wlc lblc lblcr sh dh sed nq fo ovf mh pe_sip".split()
SERVERS = [("10.0.1.1", 80), ("10.0.1.1", 8080), ("10.0.1.1", 9998), ("10.0.1.2", 80), ("2001:db8::10", 80)]
ADDRESSES = ["10.0.0.1", "10.0.0.2", "10.0.1.1", "10.0.1.2", "2001:db8::80", "2001:db8::10"]

TABLE = """
-A -t 10.0.0.2:80 -s rr
-a -t 10.0.0.2:80 -r 10.0.1.2:80 -m -w 3
-a -t 10.0.0.2:80 -r 10.0.1.1:8080 -m -w 30
-a -t 10.0.0.2:80 -r 10.0.1.1:http -m -w 2147483647
-A -t 10.0.0.1:443 -s wrr -p 100 -M 255.255.255.0
-a -t 10.0.0.1:443 -r 192.168.100.200:443 -g -w 2 -x 100000 -y 5000
-a -t 10.0.0.1:443 -r 192.168.100.201:9999 -g -x 2147483647
-A -u 10.0.0.1:5060 -s wlc -p 3000 --pe sip
-a -u 10.0.0.1:5060 -r 10.0.1.1:5060 -m
-A -u 10.0.0.1:5061 -s wlc --pe sip
-A -u 10.0.0.1:53 -s rr -o
-a -u 10.0.0.1:53 -r 10.0.1.1:53 -m
-a -u 10.0.0.1:53 -r 10.0.1.2:5353 -m
-A -u 10.0.0.1:54 -s rr -p 77 --pe sip -o -b flag-1,flag-3
-A --sctp-service 10.0.0.1:132 -s sh -b sh-port,sh-fallback
-a --sctp-service 10.0.0.1:132 -r 10.0.1.1:132 -m
-A -t 10.0.0.1:81 -s mh -b mh-port
-a -t 10.0.0.1:81 -r 10.0.1.1:81 -i
-a -t 10.0.0.1:81 -r 10.0.1.2:81 -i --tun-type gue --tun-port 6080 --tun-csum
-a -t 10.0.0.1:81 -r 10.0.1.3:81 -i --tun-type gre --tun-csum
-a -t 10.0.0.1:81 -r 10.0.1.4:81 -i --tun-type gre
-a -t 10.0.0.1:81 -r 10.0.1.5:81 -i --tun-type gue --tun-port 65535 --tun-remcsum
-a -t 10.0.0.1:81 -r [2001:db8::77]:81 -i
-A -t 10.0.0.1:0 -s lc -p 6000
-a -t 10.0.0.1:0 -r 10.0.1.1 -m
-A -t [2001:db8::80]:80 -s rr
-a -t [2001:db8::80]:80 -r [2001:db8::10]:80 -m
-A -t [2001:db8:1234:5678:9abc:def0:1234:5678]:65535 -s sed -p 600 -M 64
-a -t [2001:db8:1234:5678:9abc:def0:1234:5678]:65535 -r [2001:db8:1234:5678:9abc:def0:1234:1]:65535 -g
-A -t [fd00::1]:80 -s dh
-A -f 9 -s nq -p 50 -M 255.255.0.0
-a -f 9 -r 10.0.1.1:0 -g -w 7
-a -f 9 -r 10.0.1.1:8080 -m -w 0
-A -f 7 -6 -s dh
-a -f 7 -6 -r [2001:db8::10]:0 -g
-A -f 7 -s lblc
-A -f 4294967295 -6 -s lblcr -p 5 -M 48 -b flag-2
-A -t 200.0.0.1:80 -s fo
-A -t 10.9.0.4:80 -s ovf -p
-A -t 10.9.0.5:25
-A -u 127.0.0.1:123 -s rr -p 1 -M 128.0.0.0
"""

# Each of them after the table: what is refused is part of it.
CHANGES = """
-E -t 10.0.0.1:81 -s sh -b sh-fallback
-E -t 10.0.0.1:443 -p 50
-E -f 7 -s wrr -p
-E -t 10.0.0.77:1
-e -t 10.0.0.2:80 -r 10.0.1.2:80 -m -w 4 -x 9
-e -t 10.0.0.1:81 -r 10.0.1.1:81 -i --tun-type gue --tun-port 7
-e -t 10.0.0.2:80 -r 10.0.1.99:80 -m
-d -t 10.0.0.1:81 -r 10.0.1.3
-d -t 10.0.0.1:81 -r 10.0.1.99
-D -t 10.9.0.5:25
-D -f 7 -6
-D -f 8
-A -t 10.0.0.2:80
-a -t 10.0.0.2:80 -r 10.0.1.2:80 -m
-a -t 10.0.0.2:81 -r 10.0.1.2:80 -m
-a -t 10.0.0.2:80 -r 10.0.1.3:80 -m -x 5 -y 9
-A -t 10.0.0.3:80 -s nosuch
-Z -t 10.0.0.2:80
--set 901 0 303
--start-daemon master --mcast-interface away
-d -t 10.0.0.1:81 -r [2001:db8::77]:81
--start-daemon master --mcast-interface away --syncid 7 --mcast-ttl 3
--start-daemon backup --mcast-interface away --mcast-group 224.0.0.90 --mcast-port 9000 --sync-maxlen 1400
--start-daemon backup --mcast-interface away
"""

FORMS = ["", "--stats", "--stats --exact", "--rate", "--thresholds", "--persistent-conn", "--tun-info"]
LISTINGS = "\n".join(
    [f"-Ln {form}" for form in FORMS]
    + ["-L", "-L --stats", "-L --tun-info", "-Ln --nosort", "-Ln --stats --nosort", "-L --timeout", "-L --daemon"]
    + ["-Ln --stats -t 10.0.0.1:81", "-Ln -f 9", "-L --thresholds -t [2001:db8::80]:80", "-L -f 4294967295 -6", "-S", "-Sn"]
)
CONNECTIONS = "\n".join(["-Lnc", "-Lc", "-Lnc --persistent-conn", "-Lc --persistent-conn"])


def stage(report, kind, options):
    if options.program != "pollux":
        with report.check("ipvsadm: equal to ipvsadm"):
            raise Skipped("Pollux's own tool")
        return
    if _begun is None:
        begin(report, kind, options)
    if not _begun:
        return  # reported
    with _begun.pop("stack"):
        _begun["comparison"].run()


_begun = None


def begin(report, kind, options):
    """The table and the traffic, whose rates take most of a minute to come to 0: time for other stages."""
    global _begun
    if options.program != "pollux":
        return
    _begun = {}
    run("modprobe", "-a", "ip_vs", *(f"ip_vs_{name}" for name in MODULES), check=False)
    with contextlib.ExitStack() as stack:
        stack.enter_context(network())
        comparison = Comparison(report, stack)
        comparison.begin()
        _begun = {"comparison": comparison, "stack": stack.pop_all()}


@contextlib.contextmanager
def network():
    try:
        for name in (HOME, AWAY):
            run("ip", "netns", "add", name)
        run("ip", "-n", HOME, "link", "add", "away", "type", "veth", "peer", "name", "home", "netns", AWAY)
        run("ip", "-n", HOME, "link", "set", "lo", "up")
        run("ip", "-n", HOME, "link", "set", "away", "up")
        run("ip", "-n", AWAY, "link", "set", "home", "up")
        run("ip", "-n", HOME, "address", "add", "192.168.100.1/24", "dev", "away")
        run("ip", "-n", HOME, "address", "add", "fd00:100::1/64", "dev", "away", "nodad")
        for address in ADDRESSES:
            run("ip", "-n", HOME, "address", "add", address, "dev", "lo", *(["nodad"] if ":" in address else []))
        yield
    finally:
        for name in (HOME, AWAY):
            run("ip", "netns", "delete", name, check=False)


class Comparison:
    def __init__(self, report, sockets):
        self.report = report
        self.sockets = sockets

    def begin(self):
        with self.report.check("ipvsadm: every command makes the table that ipvsadm makes", vital=True):
            theirs = self.after("ipvsadm", TABLE + CHANGES)
            equal(self.after("pollux", TABLE + CHANGES), theirs)
            expect(theirs.count("\n") > 100, f"a poor table: {theirs}")
            self.traffic()

    def run(self):
        with self.report.check("ipvsadm: every listing is ipvsadm's byte for byte, at rest after traffic", vital=True) as measured:
            self.rest()
            theirs = self.lines("ipvsadm", LISTINGS)
            both = self.lines("pollux", f"{LISTINGS}\n{CONNECTIONS}")
            ours, _, connections = both.partition("IPVS connection entries\n")
            equal(ours, theirs)
            measured.append(f"{theirs.count(chr(10))} lines")
        with self.report.check("ipvsadm: connections are listed as ipvsadm lists them, but for the time they have left") as measured:
            theirs = masked(self.lines("ipvsadm", CONNECTIONS))
            equal(masked("IPVS connection entries\n" + connections), theirs)
            expect(theirs.count("ESTABLISHED") > 5 and "@example.com" in theirs, f"poor connections: {theirs}")
            measured.append(f"{theirs.count(chr(10))} lines")
        with self.report.check("ipvsadm: what one saves the other restores"):
            saved = self.lines("ipvsadm", "-Sn").replace("-f -1 ", "-f 4294967295 ")  # ipvsadm refuses its own word
            ours = ours[ours.rindex("-A -f -1 ") :].replace("-f -1 ", "-f 4294967295 ")
            equal(ours, saved)
            self.lines("pollux", f"-C\n{saved}")
            equal(self.lines("ipvsadm", "-Sn").replace("-f -1 ", "-f 4294967295 "), saved)
            self.lines("ipvsadm", f"-C\n{ours}")
            equal(self.lines("ipvsadm", "-Sn").replace("-f -1 ", "-f 4294967295 "), saved)

    def after(self, program, words):
        """What ipvsadm shows after a program has read these lines; the same for both to begin with."""
        self.lines("ipvsadm", "--stop-daemon master\n--stop-daemon backup\n--set 900 120 300\n-C")
        self.lines(program, words)
        return self.lines("ipvsadm", "-Sn\n-Ln\n-Ln --thresholds\n-Ln --tun-info\n-L --timeout\n-L --daemon")

    def lines(self, program, words):
        """Output of a program that reads these lines. It ends as its last line does."""
        command = ["ipvsadm"] if program == "ipvsadm" else [PROGRAMS["pollux"], "ipvsadm"]
        done = subprocess.run(
            ["ip", "netns", "exec", HOME, *command, "-R"], input=words, capture_output=True, text=True, errors="replace"
        )
        expect(done.returncode in (0, 255), f"{program} -R ended with {done.returncode}: {done.stderr}")
        return done.stdout

    def traffic(self):
        """Connections that live longer than all this."""
        with inside(HOME):
            for address, port in SERVERS:
                self.socket(address, socket.SOCK_STREAM, lambda new, where: (new.bind(where), new.listen()), port)
            for address, port in [("10.0.0.2", 80)] * 5 + [("2001:db8::80", 80), ("10.0.0.1", 9998)]:
                self.socket(address, socket.SOCK_STREAM, request, port)
            for port, text in [(53, b"x"), (53, b"y"), (5060, SIP)]:
                self.socket("10.0.0.1", socket.SOCK_DGRAM, lambda new, where, text=text: new.sendto(text, where), port)

    def rest(self):
        # The kernel adds up what was counted every two seconds: before that, too, all rates are 0.
        counted, at_rest = re.compile(r"10\.0\.0\.2:80 +[1-9]"), re.compile(r"(?:\s+0){5}$")
        wait_until(
            "connections are counted and all rates are 0",
            lambda: counted.search(self.lines("ipvsadm", "-Ln --stats"))
            and all(at_rest.search(line) for line in self.lines("ipvsadm", "-Ln --rate").splitlines()[3:]),
            60,
        )

    def socket(self, address, kind, use, port):
        family = socket.AF_INET6 if ":" in address else socket.AF_INET
        new = self.sockets.enter_context(socket.socket(family, kind))
        new.settimeout(1)
        with contextlib.suppress(OSError):
            use(new, (address, port))


SIP = b"INVITE sip:a@b SIP/2.0\r\nVia: x\r\nCall-ID: 3848276298220188511@example.com\r\nContent-Length: 0\r\n\r\n"


def request(new, where):
    new.connect(where)
    new.send(b"hello")


def masked(text):
    return re.sub(r"(?m)^(\S+ +)\d+:\d\d( +)", r"\1--:--  ", text)


def equal(ours, theirs):
    if ours != theirs:
        lines = difflib.unified_diff(theirs.splitlines(), ours.splitlines(), "ipvsadm", "pollux", lineterm="", n=0)
        expect(False, "\n    ".join(list(lines)[:40]))
