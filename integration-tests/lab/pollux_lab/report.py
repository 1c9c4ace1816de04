"""Named checks and their outcome, a line each, as they end:

    PASS nat: traffic is in proportion [1.4 s] rs1 30, rs2 20, rs3 10
    FAIL nat: ... [15.0 s] why             followed by indented lines of evidence
    SKIP nat: ... [0.0 s] why
    END 30 passed, 1 failed, 2 skipped
"""

import contextlib
import subprocess
import time

from .commands import CommandFailed


class CheckFailed(Exception):
    pass


class StageEnded(Exception):
    """A check failed without which the rest of its stage means nothing."""


class Skipped(Exception):
    """What the check needs is not there."""


class Report:
    def __init__(self):
        self.passed = self.failed = self.skipped = 0

    @contextlib.contextmanager
    def check(self, name, evidence=lambda: (), vital=False):
        """The block is the check: it fails where it raises. It may append what it measured to the list it gets."""
        measured, start = [], time.monotonic()
        try:
            yield measured
        except Skipped as reason:
            self.skipped += 1
            outcome, detail, lines = "SKIP", reason, ()
        except (CheckFailed, CommandFailed, OSError, RuntimeError, subprocess.TimeoutExpired) as failure:
            self.failed += 1
            outcome, detail, lines = "FAIL", failure, evidence()
        else:
            self.passed += 1
            outcome, detail, lines = "PASS", " ".join(measured), ()
        self._line(f"{outcome} {name} [{time.monotonic() - start:.1f} s] {detail}".rstrip())
        for line in lines:
            self._line(f"    {line}")
        if vital and outcome == "FAIL":
            raise StageEnded

    def end(self):
        """The last line, and the exit code."""
        self._line(f"END {self.passed} passed, {self.failed} failed, {self.skipped} skipped")
        return 1 if self.failed or not self.passed else 0

    def _line(self, text):
        print(text, flush=True)


def expect(condition, otherwise):
    if not condition:
        raise CheckFailed(otherwise)


def wait_until(what, probe, within):
    """Asks the probe until it says something true, which is returned with the seconds it took."""
    start = time.monotonic()
    while not (answer := probe()):
        if time.monotonic() - start > within:
            raise CheckFailed(f"not within {within:g} s: {what}")
        time.sleep(0.2)  # asking costs a process or two, and those are slow under emulation
    return answer, time.monotonic() - start
