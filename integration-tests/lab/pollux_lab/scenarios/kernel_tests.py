"""The tests of ipvs-sync that need a kernel with IPVS, every one of them a check: ipvs-sync/kernel-tests runs them."""

import shutil
import subprocess
import xml.etree.ElementTree

from ..program import PROJECT
from ..report import CheckFailed, Skipped, expect

MODULE = PROJECT / "ipvs-sync"
REPORTS = MODULE / "target" / "kernel-reports"


def stage(report, kind, options):
    cases = []
    with report.check("ipvs-sync: the kernel tests came to their end") as measured:
        if not (MODULE / "target" / "kernel-tests.classpath").exists():
            raise Skipped("they are not built: mvn -Pkernel-tests, or ipvs-sync/kernel-tests")
        shutil.rmtree(REPORTS, ignore_errors=True)
        done = subprocess.run([MODULE / "kernel-tests", "run"], capture_output=True, text=True)
        for suite in REPORTS.glob("TEST-*.xml"):
            cases += xml.etree.ElementTree.parse(suite).getroot().iter("testcase")
        expect(cases and done.returncode in (0, 1), f"exit code {done.returncode}: {done.stdout[-2000:]}{done.stderr[-2000:]}")
        measured.append(f"{len(cases)} tests")
    for case in cases:
        with report.check(f"ipvs-sync: {case.get('classname').rpartition('.')[2]} {case.get('name')}".replace("[", "#").replace("]", "")):
            outcome(case)


def outcome(case):
    for bad in (*case.findall("failure"), *case.findall("error")):
        raise CheckFailed(f"{bad.get('message')} {bad.text or ''}"[:3000].replace("\n", "\n    "))
    for skipped in case.findall("skipped"):
        raise Skipped(" ".join((skipped.text or "no reason given").split())[:200])
