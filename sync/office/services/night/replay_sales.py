"""Price every sale again from the facts it carries, and look whether these were true. Off the path of a PUSH.

Only what was followed up is looked at, so that head office knows of the member what this sale told it.
"""

import json
import logging
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace

from sqlalchemy import Connection

from app.domain.errors import BrokenPromiseError
from app.domain.journal import Kind
from app.domain.programme.model import ENGINE_VERSION, Programme
from app.domain.programme.publishing import Publication
from app.domain.rehearsal.replay import Disagreement, replay
from app.domain.rehearsal.truth import Truth, truth_of
from app.domain.sale.body import sale_from_body
from app.domain.sale.facts import Sale
from sync.office.services.programmes import parsed
from sync.office.services.world import World
from sync.office.storage.chains import Chain, find_chain, lock_chain
from sync.office.storage.disputes import (
    Dispute,
    Replayed,
    add_disputes,
    chains_behind,
    move_replayed,
    replayed_to,
)
from sync.office.storage.ledger import credited_units
from sync.office.storage.life import lives_of
from sync.office.storage.merges import survivors
from sync.office.storage.programmes import publications
from sync.office.storage.reacted import posted_after, reacted_to

_log = logging.getLogger(__name__)

_AT_ONCE = 100


@dataclass(frozen=True, slots=True)
class _Looked:
    """What a piece of a chain has come to."""

    start: int
    end: int
    found: tuple[Dispute, ...]
    counts: Replayed


class _Judge:
    """What head office knows of the members of some sales."""

    def __init__(self, connection: Connection, sales: Sequence[Sale]) -> None:
        self.publications = publications(connection)
        wallets = {sale.member.wallet for sale in sales if sale.member and sale.member.member}
        self._ends = survivors(connection, wallets)
        ends = set(self._ends.values())
        self._lives = lives_of(connection, ends, lock=False)
        self._credited = credited_units(connection, ends)

    def truth_of(self, sale: Sale, programme: Programme) -> Truth:
        """Nothing can be said of who is not known here."""
        wallet = self._ends.get(sale.member.wallet) if sale.member else None
        if wallet is None or not self._lives[wallet].is_known:
            return Truth()
        life = self._lives[wallet]
        return truth_of(sale, life.standing, programme, self._credited.get(wallet, {}), life.met_with)


@dataclass(frozen=True, slots=True)
class ReplaySales:
    """Look at everything that was followed up since. Broken off anywhere, the next look goes on from there."""

    world: World

    def __call__(self) -> int:
        """How many events were looked at."""
        total = 0
        for chain in self.world.database.read(_behind):
            while looked := self._some(chain):
                total += looked
        return total

    def _some(self, chain: Chain) -> int:
        looked = self._looked(chain)
        if looked is None:
            return 0
        # What took long is done: the turn at the database is short.
        self.world.database.write(lambda connection: _keep(connection, chain, looked))
        return looked.end - looked.start

    def _looked(self, chain: Chain) -> _Looked | None:
        read = self.world.database.read
        try:
            return read(lambda connection: self._look(connection, chain, _AT_ONCE))
        except Exception:
            _log.exception("sales of %s name what no database can be asked for", chain.till)
        try:
            return read(lambda connection: self._look(connection, chain, 1))
        except Exception:
            return read(lambda connection: _passed_over(connection, chain))

    def _look(self, connection: Connection, chain: Chain, at_most: int) -> _Looked | None:
        start, events = _waiting(connection, chain, at_most)
        if not events:
            return None
        sales = [(seq, sale) for seq, kind, payload in events if kind == Kind.SALE and (sale := _sale_in(payload))]
        judge = _Judge(connection, [sale for _, sale in sales])
        found: list[Dispute] = []
        counts = Replayed()
        for seq, sale in sales:
            programme = _programme_of(sale, judge.publications)
            if programme is None:
                counts = replace(counts, passed_over=counts.passed_over + 1)
                continue
            try:
                truth = judge.truth_of(sale, programme)
                kinds = (("price", replay(sale, programme)), ("facts", truth.never))
            except Exception:
                # One sale that nobody can price stops none behind it.
                _log.exception("event %d of %s could not be priced again", seq, chain.till)
                counts = replace(counts, passed_over=counts.passed_over + 1)
                continue
            counts = replace(counts, priced=counts.priced + 1, late=counts.late + truth.late)
            found += [self._dispute(chain, seq, kind, sale, parts) for kind, parts in kinds if parts]
        return _Looked(start, events[-1][0], tuple(found), counts)

    def _dispute(self, chain: Chain, seq: int, kind: str, sale: Sale, parts: Iterable[Disagreement]) -> Dispute:
        facts = {
            "receipt": sale.origin.receipt_number,
            "day": sale.origin.business_date,
            "operator": sale.origin.operator,
            "wallet": sale.member.wallet if sale.member else "",
            "total": sale.total_minor,
            "parts": [asdict(part) for part in parts],
        }
        text = json.dumps(facts, ensure_ascii=False)
        return Dispute(chain.till, chain.epoch, seq, kind, sale.id, text, self.world.clock.now_ms())


def _waiting(connection: Connection, chain: Chain, at_most: int) -> tuple[int, Sequence[tuple[int, str, bytes]]]:
    """Up to where it was looked at, and the next events of those that were followed up."""
    start, through = replayed_to(connection, chain), reacted_to(connection, chain)
    return start, [event for event in posted_after(connection, chain, start, at_most) if event[0] <= through]


def _passed_over(connection: Connection, chain: Chain) -> _Looked | None:
    start, events = _waiting(connection, chain, 1)
    return _Looked(start, events[-1][0], (), Replayed(passed_over=1)) if events else None


def _behind(connection: Connection) -> Sequence[Chain]:
    found = (find_chain(connection, till, epoch) for till, epoch in chains_behind(connection))
    return [chain for chain in found if chain is not None]


def _sale_in(payload: bytes) -> Sale | None:
    try:
        return sale_from_body(json.loads(payload)["body"])
    except (BrokenPromiseError, KeyError, TypeError, ValueError):
        return None  # it is parked already


def _programme_of(sale: Sale, known: Sequence[Publication]) -> Programme | None:
    """The very programme it was sold under; None where another engine, or an unpublished programme, had priced it."""
    if sale.basis is None or sale.engine != ENGINE_VERSION:
        return None
    own = (each for each in known if (each.programme, each.version) == (sale.programme, sale.programme_version))
    publication = next(own, None)
    return parsed(publication.text) if publication else None


def _keep(connection: Connection, known: Chain, looked: _Looked) -> None:
    chain = lock_chain(connection, known.till, known.epoch)
    if chain is None or replayed_to(connection, chain) != looked.start:
        return  # somebody else has looked meanwhile
    for dispute in looked.found:
        _log.warning("dispute %s", dispute.name)
    add_disputes(connection, looked.found)
    move_replayed(connection, chain, looked.end, looked.counts)
