"""The program under test on a director: Pollux from this working tree, or Debian's keepalived."""

import os
import pathlib
import signal
import subprocess
import tempfile

from .addresses import addresses

PROJECT = pathlib.Path(__file__).resolve().parents[3]
PROGRAMS = {"pollux": PROJECT / "bin" / "pollux", "keepalived": "keepalived"}


class Director:
    """One director: a host and the program that runs on it."""

    def __init__(self, host, program, *options):
        self.host = host
        self.program = program
        self.options = options
        self.directory = pathlib.Path(tempfile.mkdtemp(prefix=f"{host.namespace}-"))
        self.log_path = self.directory / "log"
        self.process = None

    def start(self, configuration, *options):
        """Starts the program with a file of conf-examples (a path below it, or an absolute one)."""
        command = ["ip", "netns", "exec", self.host.namespace, PROGRAMS[self.program], "-n", "-l"]
        if self.program == "keepalived":
            command.append("-G")
        command += ["-f", PROJECT / "conf-examples" / configuration]
        for option, name in (("-p", "program"), ("-r", "vrrp"), ("-c", "checkers")):
            command += [option, self.directory / f"{name}.pid"]
        with open(self.log_path, "wb") as log:
            self.process = subprocess.Popen(
                [*command, *self.options, *options], stdout=log, stderr=log, stdin=subprocess.DEVNULL, start_new_session=True
            )
        return self

    def running(self):
        return self.process is not None and self.process.poll() is None

    def log(self):
        return self.log_path.read_text(errors="replace") if self.log_path.exists() else ""

    def reload(self):
        self.process.send_signal(signal.SIGHUP)

    def stop(self, timeout=60):
        """SIGTERM, and the exit code; it leaves as it would on a machine that shuts down."""
        if not self.running():
            return None
        self.process.terminate()
        try:
            return self.process.wait(timeout)
        except subprocess.TimeoutExpired:
            self.kill()
            raise

    def kill(self):
        """kill -9 of every process of the program at once, as when the machine dies."""
        if self.process is None:
            return
        for process in self._processes():
            _kill(process)
        self.process.wait()

    def kill_worker(self):
        """kill -9 of the process that does VRRP; the one that started it lives."""
        _kill(int((self.directory / "vrrp.pid").read_text()))

    def _processes(self):
        return [self.process.pid, *_descendants(self.process.pid)]

    def addresses(self):
        """Addresses on the director's interfaces: set of (address, interface)."""
        return addresses(self.host.namespace)


def _kill(pid):
    try:
        os.kill(pid, signal.SIGKILL)
    except ProcessLookupError:
        pass


def _descendants(ancestor):
    parents = {}
    for entry in pathlib.Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                parents[int(entry.name)] = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
            except OSError:
                continue  # it has ended meanwhile
    found, generation = [], [ancestor]
    while generation:
        generation = [pid for pid, parent in parents.items() if parent in generation]
        found += generation
    return found
