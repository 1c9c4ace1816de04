"""The program under test on a director: Pollux from this working tree, or Debian's keepalived."""

import os
import pathlib
import shutil
import signal
import subprocess
import tempfile

from .addresses import addresses

PROJECT = pathlib.Path(__file__).resolve().parents[3]
PROGRAMS = {"pollux": PROJECT / "bin" / "pollux", "keepalived": "keepalived"}


class Director:
    """One director: a host and the program that runs on it."""

    def __init__(self, host, program):
        self.host = host
        self.program = program
        self.directory = pathlib.Path(tempfile.mkdtemp(prefix=f"{host.namespace}-"))
        self.log_path = self.directory / "log"
        self.process = None

    def start(self, configuration, *options):
        """Starts the program with a file of conf-examples (a path below it, or an absolute one)."""
        command = ["ip", "netns", "exec", self.host.namespace, PROGRAMS[self.program], "-n", "-l", "-G"]
        command += ["-f", PROJECT / "conf-examples" / configuration]
        for option, name in (("-p", "program"), ("-r", "vrrp"), ("-c", "checkers")):
            command += [option, self.directory / f"{name}.pid"]
        with open(self.log_path, "wb") as log:
            self.process = subprocess.Popen(
                [*command, *options], stdout=log, stderr=log, stdin=subprocess.DEVNULL, start_new_session=True
            )
        return self

    def running(self):
        return self.process is not None and self.process.poll() is None

    def log(self):
        return self.log_path.read_text(errors="replace") if self.log_path.exists() else ""

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
        if not self.running():
            return
        self.process.send_signal(signal.SIGSTOP)  # or it would begin to clean up after the others
        for process in _descendants(self.process.pid):
            _kill(process)
        self.process.kill()
        self.process.wait()

    def remove(self):
        self.kill()
        shutil.rmtree(self.directory)

    def kill_worker(self):
        """kill -9 of the process that does VRRP; the one that started it lives."""
        _kill(int((self.directory / "vrrp.pid").read_text()))

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
