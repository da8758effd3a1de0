"""Take what tills tell of members and cards into the register: right behind a PUSH, in the order of each chain, once.

Nothing is refused. A phone that two have makes one member of them; what cannot stand is told to a person.
"""

import json
import logging
import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from sqlalchemy import Connection

from app.domain.errors import BrokenPromiseError
from app.domain.ids import TillId
from app.domain.journal import Json, Kind
from app.domain.lease.office import Alert, Rule
from app.domain.people.body import people_fact_from_body
from app.domain.people.facts import ProfileChange, Registration
from app.domain.people.sealing import open_words
from app.domain.sale.body import refund_from_body
from app.domain.sale.elsewhere import right_wallet
from app.domain.staff import Permission
from app.domain.value.body import card_change_from_body
from sync.office.services.errors import UnknownTillError
from sync.office.services.people.register import Broken, Register, Source
from sync.office.services.world import World
from sync.office.storage.chains import Chain, all_chains, lock_chain
from sync.office.storage.engines import ContendedError
from sync.office.storage.enlisted import (
    Tiding,
    Told,
    behind,
    enlisted_to,
    move_enlisted,
    tidings_after,
    tidings_between,
)
from sync.office.storage.receipts import keep_refunder
from sync.office.storage.state import Mode, read_state
from sync.office.storage.suspense import note

_AT_ONCE = 100

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class EnlistMembers:
    """Look through everything that was posted since. Broken off anywhere, the next look goes on from there."""

    world: World

    def __call__(self) -> int:
        """How many events there were; 0 while head office waits for its tills after a restore."""
        if self.world.database.read(read_state).mode is not Mode.NORMAL:
            return 0
        total = 0
        while runs := self.world.database.read(_runs):
            total += sum(self._take(run) for run in runs)
        if self.world.database.read(lambda connection: behind(connection, all_chains(connection))):
            self.world.database.write(_look_behind)
        return total

    def _take(self, run: Sequence[Tiding]) -> int:
        try:
            return self._taken_to(run[-1])
        except ContendedError:
            raise
        except Exception:
            # One of them it is: one by one, the others go through.
            return sum(map(self._one, run))

    def _taken_to(self, last: Tiding) -> int:
        return self.world.database.write_upload(lambda connection: self._taken(connection, last))

    def _one(self, tiding: Tiding) -> int:
        try:
            return self._taken_to(tiding)
        except ContendedError:
            raise
        except Exception:
            _log.exception("event %d of %s tells of a member what cannot be kept", tiding.seq, tiding.till)
            return self.world.database.write_upload(lambda connection: self._passed_over(connection, tiding))

    def _passed_over(self, connection: Connection, tiding: Tiding) -> int:
        """A person has to look; what comes behind it goes on."""
        chain = lock_chain(connection, tiding.till, tiding.epoch)
        if chain is None:
            raise UnknownTillError
        if enlisted_to(connection, chain) >= tiding.seq:
            return 0
        alert = Alert(chain.till, chain.epoch, tiding.seq, Rule.UNREADABLE)
        note(connection, [alert], self.world.new_id, self.world.clock.now_ms())
        move_enlisted(connection, chain, tiding.seq)
        return 1

    def _taken(self, connection: Connection, last: Tiding) -> int:
        chain = lock_chain(connection, last.till, last.epoch)
        if chain is None:
            raise UnknownTillError
        # Another head office's process may have been here since.
        tidings = tidings_between(connection, chain, enlisted_to(connection, chain), last.seq)
        register = Register(connection, self.world)
        broken = [alert for told in tidings for alert in _enlisted(register, chain, told)]
        note(connection, broken, self.world.new_id, self.world.clock.now_ms())
        move_enlisted(connection, chain, last.seq)
        register.announce()
        return len(tidings)


def _runs(connection: Connection) -> Sequence[Sequence[Tiding]]:
    """What comes next, in the order in which head office received it; each run is of one chain."""
    waiting: list[Tiding] = []
    horizon = math.inf
    for chain, seq in behind(connection, all_chains(connection)):
        some = tidings_after(connection, chain, seq, _AT_ONCE)
        waiting += some
        if len(some) == _AT_ONCE:
            horizon = min(horizon, some[-1].received_at)
    in_order = sorted(each for each in waiting if each.received_at <= horizon)
    return [list(run) for _, run in groupby(in_order, key=lambda each: (each.till, each.epoch))]


def _look_behind(connection: Connection) -> None:
    """Nothing more is told of members up to here: the next look begins behind it."""
    for known, seq in behind(connection, all_chains(connection)):
        if not tidings_after(connection, known, seq, 1):
            move_enlisted(connection, known, known.applied_seq)


def _enlisted(register: Register, chain: Chain, told: Told) -> Sequence[Alert]:
    seq = told.seq
    try:
        envelope = json.loads(told.payload)
        if envelope["kind"] == Kind.REFUND:
            return _at_risk(register.connection, chain, seq, envelope["body"])
        if envelope["kind"] == Kind.CASH_MOVEMENT:
            return _in_advance(chain, seq, envelope["body"])
        broken = _taken(register, chain, envelope, told)
    except (BrokenPromiseError, KeyError, TypeError, ValueError):
        return [Alert(chain.till, chain.epoch, seq, Rule.UNREADABLE)]
    return [Alert(chain.till, chain.epoch, seq, rule, wallet) for rule, wallet in broken]


def _at_risk(connection: Connection, chain: Chain, seq: int, body: Json) -> Sequence[Alert]:
    """A refund that was made without the right to it: a person has to look whether it was made twice."""
    refund = refund_from_body(body)
    if refund.approval.permission is not Permission.REFUND_AT_RISK:
        return ()
    till = TillId(refund.sale_receipt_number.rsplit("-", 2)[0])
    keep_refunder(connection, right_wallet(till, refund.sale), chain.till, chain.epoch)
    return [Alert(chain.till, chain.epoch, seq, Rule.REFUND_AT_RISK, refund.wallet, amount=refund.total_minor)]


def _in_advance(chain: Chain, seq: int, body: Json) -> Sequence[Alert]:
    """Cash paid on the refund of another till's sale while there was no line: to be put back when it is refunded."""
    if not body.get("receipt"):
        return ()
    return [Alert(chain.till, chain.epoch, seq, Rule.REFUND_AT_RISK, amount=int(body["amount"]))]


def _taken(register: Register, chain: Chain, envelope: Json, told: Told) -> Broken:
    kind, body = Kind(envelope["kind"]), envelope["body"]
    if kind is Kind.CARD_CHANGED:
        return register.take_cards(card_change_from_body(body))
    source = Source(envelope["id"], envelope["business_date"], chain.till)
    fact = people_fact_from_body(kind, open_words(body, told.key))
    if told.key and isinstance(fact, Registration | ProfileChange):
        register.keep_key(chain, told.seq, fact.wallet)
    return register.take(fact, source)
