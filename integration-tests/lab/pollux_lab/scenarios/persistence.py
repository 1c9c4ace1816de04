"""The persistence variant on one director: clients stick, and are spread over the servers nevertheless."""

from .. import client, ipvs
from ..pair import START, Pair
from ..report import expect
from ..topologies import CLIENT_ADDRESSES
from . import reference
from .service import shown


def stage(report, kind, options):
    pair = Pair(kind, options.program)
    configuration = f"lvs-{kind}/persistence/master.conf"
    try:
        with report.check(f"{kind} with persistence: ipvsadm -Ln equals keepalived's on the same file", pair.evidence, vital=True):
            keepalived, _ = reference.tables(pair, configuration)
            pair.d1.start(configuration)
            pair.wait_until_settled(pair.d1, 3, START)
            found = ipvs.table(pair.d1.host)
            expect(found == reference.required(keepalived), f"{found}, not {keepalived}")
            pair.wait_for_master(pair.d1)
        with report.check(f"{kind} with persistence: 200 clients are spread by weight", pair.evidence) as measured:
            answers = client.tally(pair.client, CLIENT_ADDRESSES)
            pair.expect_proportion(answers, pair.weights())
            measured.append(shown(answers))
        with report.check(f"{kind} with persistence: a client sticks to its server", pair.evidence) as measured:
            measured.append(f"10 requests each: {shown(expect_sticking(pair, CLIENT_ADDRESSES[:6]))}")
    finally:
        pair.d1.stop()
        pair.remove()


def expect_sticking(pair, sources):
    """Ten requests of each client, all answered by one server; returns how many clients every server has."""
    chosen = {}
    for source in sources:
        answers = client.tally(pair.client, [source] * 10)
        expect(len(answers) == 1 and set(answers) <= set(pair.web), f"{source} was answered by {answers}")
        name = next(iter(answers))
        chosen[name] = chosen.get(name, 0) + 1
    return chosen
