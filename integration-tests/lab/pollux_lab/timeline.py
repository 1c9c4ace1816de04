"""What a person sees of a pair at work: a row every two seconds, and what happens in between."""

import re
import threading
import time

from . import ipvs

INTERVAL = 2.0  # seconds between rows
ENTERING = re.compile(r"\((\w+)\) Entering (\w+) STATE")
ROWS_BETWEEN_HEADINGS = 15


class Timeline:
    def __init__(self, pair, traffic):
        self.pair, self.traffic = pair, traffic
        self.zero = time.monotonic()
        self._rows = 0
        self._printing = threading.Lock()
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)

    def start(self):
        self._thread.start()

    def stop(self):
        self._stopping.set()
        self._thread.join()

    def now(self):
        return time.monotonic() - self.zero

    def tell(self, text):
        with self._printing:
            print(f"{self.now():6.1f} s  >> {text}", flush=True)

    def table(self, director):
        lines = ipvs.listing(director.host)
        with self._printing:
            print(f"            IPVS table of {director.host.name}:")
            print("".join(f"            {line}\n" for line in lines), end="", flush=True)

    def _run(self):
        while not self._stopping.wait(INTERVAL):
            row = self._row()
            with self._printing:
                if self._rows % ROWS_BETWEEN_HEADINGS == 0:
                    print(f"\n{self._heading()}")
                self._rows += 1
                print(row, flush=True)

    def _heading(self):
        vips = "".join(f"{vip:<16}" for vip, _ in self.pair.topology.vips)
        servers = "".join(f"{name:>6}" for name in self.pair.web)
        title = f"{'time':>8}   {'d1':<12}{'d2':<12}{vips}{'IPVS weights':<14} answers/s {servers}  failed/s"
        return f"{title}\n{'-' * len(title)}"

    def _row(self):
        d1, d2 = self.pair.d1, self.pair.d2
        held = {director: director.addresses() for director in (d1, d2)}
        where = ""
        for vip, interface in self.pair.topology.vips:
            holders = [director.host.name for director in held if (vip, interface) in held[director]]
            where += f"{'+'.join(holders) or '-':<16}"
        master = d2 if self.pair.topology.vips[0] in held[d2] else d1
        weights = ipvs.servers(master.host)
        shown = ":".join(str(weights.get(address, "-")) for address in self.pair.topology.addresses)
        end = time.monotonic()
        answers, failed = self.traffic.between(end - INTERVAL, end)
        rates = "".join(f"{answers.get(name, 0) / INTERVAL:6.1f}" for name in self.pair.web)
        return (
            f"{self.now():6.1f} s   {state(d1):<12}{state(d2):<12}{where}{shown:<14}"
            f"{sum(answers.values()) / INTERVAL:10.1f} {rates}{failed / INTERVAL:10.1f}"
        )


def state(director):
    """MASTER, BACKUP or FAULT as the log says of its instances; several where they differ."""
    if not director.running():
        return "(dead)"
    states = dict(ENTERING.findall(director.log()))
    return "/".join(sorted(set(states.values()))) or "(starting)"
