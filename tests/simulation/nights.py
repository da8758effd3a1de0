"""Nights in the town: an audit says "equal" if and only if it is, whoever looks at the same moment from outside.

It goes over a line of its own and throws no dice, so that a town with nights lives the same life as one without.
"""

from random import Random
from typing import cast

from app.bootstrap.night_books import NightBooks
from app.domain.night.verdict import Verdict
from sync.client.night import NightAudit, last_night
from sync.client.office import NotEnrolledError, Office
from sync.office.services.errors import UnknownTillError
from sync.office.storage.chains import find_chain
from sync.office.storage.ledger import all_granted, leases_at
from sync.office.storage.state import read_state
from sync.protocol.signed import is_signed
from tests.simulation.headoffice import TILL_KEY, HeadOffice
from tests.simulation.machine import Machine
from tests.simulation.wire import Line, Weather

NIGHT = "2026-11-22"


def assert_the_audit_is_right(office: HeadOffice, machine: Machine) -> Verdict | None:
    """Audit this box as it is; None where there is nobody to ask, or a HELLO has to come first."""
    equal = _is_equal(office, machine)
    if equal is None:
        return None
    verdict = _audited(office, machine)
    if verdict is None:
        assert not equal, f"{machine.label}: not compared, although both have the same"
        return None
    assert verdict.is_equal is equal, f"{machine.label}: equal is {equal}, the audit says {verdict.findings}"
    with machine.store.unit_of_work() as uow:
        kept = last_night(uow.config)
    assert is_signed(b"membertill night 1\n" + kept.summary.encode(), kept.signature, _public_key())
    assert kept.read() == verdict
    return verdict


def _audited(office: HeadOffice, machine: Machine) -> Verdict | None:
    calm = Weather(Random(0))
    calm.clear_up()
    line = Line(calm, lambda: office.world)
    clock = office.world.clock
    audit = NightAudit(
        machine.store, cast("Office", line), lambda work: work(), NightBooks(), TILL_KEY.sign, clock.now_ms
    )
    try:
        return audit(NIGHT)
    except (NotEnrolledError, UnknownTillError):
        return None


def _is_equal(office: HeadOffice, machine: Machine) -> bool | None:
    """The truth, from both sides' own tables; None where head office does not know this till, or was restored since."""
    head = machine.store.head
    with machine.store.unit_of_work() as uow:
        is_in_doubt = uow.state().leases_frozen
    with office.books.database.reader.begin() as connection:
        chain = find_chain(connection, head.till, head.epoch)
        if chain is None or machine.session.state().server_epoch != read_state(connection).server_epoch:
            return None
        held = {(wallet, unit, lot): amount for (wallet, unit, lot, _), amount in leases_at(connection, head.till)}
        granted = {
            (str(wallet), str(unit), lot.key): total
            for (wallet, unit, lot), total in all_granted(connection, head.till, head.epoch).items()
            if total
        }
    here = machine.totals()
    return (
        chain.is_active
        and not is_in_doubt
        and (chain.last_seq, chain.last_hash, chain.applied_seq) == (head.seq, head.hash, head.seq)
        and {key: now for key, (_, now) in here.items() if now} == held
        and {key: total for key, (total, _) in here.items() if total} == granted
    )


def _public_key() -> str:
    return TILL_KEY.public_key().public_bytes_raw().hex()
