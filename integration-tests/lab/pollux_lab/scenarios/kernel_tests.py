"""The tests of ipvs-sync that need a kernel with IPVS, every one of them a check: ipvs-sync/kernel-tests runs them."""

import shutil
import signal
import subprocess
import time
import xml.etree.ElementTree

from ..program import PROJECT
from ..report import CheckFailed, Skipped, expect

MODULE = PROJECT / "ipvs-sync"
REPORTS = MODULE / "target" / "kernel-reports"
LIMIT = 240  # seconds; the emulated machine needs 60 to 100


def stage(report, kind, options):
    cases = []
    with report.check("ipvs-sync: the kernel tests came to their end") as measured:
        if not (MODULE / "target" / "kernel-tests.classpath").exists():
            raise Skipped("they are not built: mvn -Pkernel-tests, or ipvs-sync/kernel-tests")
        shutil.rmtree(REPORTS, ignore_errors=True)
        code, output = run_tests()
        for suite in REPORTS.glob("TEST-*.xml"):
            cases += xml.etree.ElementTree.parse(suite).getroot().iter("testcase")
        expect(cases and code in (0, 1), f"exit code {code}: {output[-4000:]}")
        measured.append(f"{len(cases)} tests")
    for case in cases:
        with report.check(f"ipvs-sync: {case.get('classname').rpartition('.')[2]} {case.get('name')}".replace("[", "#").replace("]", "")):
            outcome(case)


def run_tests():
    """Exit code and output. An emulated machine was once seen to stall here: then the threads are shown, and the tests run
    once more."""
    code, output = run_once()
    if code is None:
        print(f"the kernel tests stood still after {LIMIT} s, once more; what they were doing:\n{output}", flush=True)
        code, output = run_once()
    return code, output


def run_once():
    """Exit code, None where the tests did not end, and output; then the output ends with a dump of the JVM's threads."""
    tests = subprocess.Popen([MODULE / "kernel-tests", "run"], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    try:
        output = tests.communicate(timeout=LIMIT)[0]
        return tests.returncode, output
    except subprocess.TimeoutExpired:
        tests.send_signal(signal.SIGQUIT)
        time.sleep(5)
        tests.kill()
        return None, tests.communicate(timeout=30)[0]


def outcome(case):
    for bad in (*case.findall("failure"), *case.findall("error")):
        raise CheckFailed(f"{bad.get('message')} {bad.text or ''}"[:3000].replace("\n", "\n    "))
    for skipped in case.findall("skipped"):
        raise Skipped(" ".join((skipped.text or "no reason given").split())[:200])
