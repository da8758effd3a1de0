"""Top-ups, principal refunds and transfers: recording them, and finding them again."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import chain

from app.domain.errors import BrokenPromiseError
from app.domain.figures.value_day import DealRow
from app.domain.ids import EventId, ShiftId, WalletId
from app.domain.journal import Event, Kind
from app.domain.programme.model import TenderType
from app.domain.value.body import deal_from_body
from app.domain.value.facts import Transfer, ValueDeal
from app.ports.store import DealSummary
from app.storage.till.journal import JournalTable
from app.storage.till.schema import insert_rows, value_deal, value_tender
from app.storage.till.work import Work

_RECENT_OF = (
    "SELECT id, kind, till, epoch, receipt, at, amount_minor FROM value_deal WHERE wallet = ? "
    "ORDER BY pos DESC LIMIT +?"
)
# Only one shift is open at a time: its deals lie between its opening and its closing.
_RANGE = "SELECT pos, coalesce(closed, 9223372036854775807) FROM shift WHERE id = ?"
_DEALS = "SELECT pos, kind, receipt, amount_minor FROM value_deal WHERE pos BETWEEN ? AND ? AND shift = ? ORDER BY pos"
_TENDERS = "SELECT deal, kind, type, amount_minor FROM value_tender WHERE deal BETWEEN ? AND ? ORDER BY deal, number"

Values = tuple[object, ...]


class ValueTable:
    """What was done with value here."""

    def __init__(self, work: Work, journal: JournalTable) -> None:
        self._work = work
        self._journal = journal

    def record(self, event: Event, deal: ValueDeal) -> None:
        """Keep the deal's rows and count its receipt number."""
        work, pos = self._work, self._work.pos_of(event.seq)
        work.count_receipt(deal.origin)
        work.write(insert_rows(value_deal), *deal_row(pos, event.kind, deal))
        tenders = tender_rows(pos, deal)
        if tenders:
            work.write(insert_rows(value_tender, len(tenders)), *chain.from_iterable(tenders))

    def deal(self, deal_id: EventId) -> ValueDeal | None:
        """One deal, read from its event."""
        row = self._work.row("SELECT pos FROM value_deal WHERE id = ?", deal_id)
        if row is None:
            return None
        event = self._journal.at(row[0])
        if event is None:
            raise BrokenPromiseError(f"the event at {row[0]} is missing")
        return deal_from_body(event.kind, event.body())

    def recent_of(self, wallet: WalletId, limit: int) -> Sequence[DealSummary]:
        """A wallet's deals here, newest first."""
        return [
            DealSummary(EventId(deal_id), Kind(kind), f"{till}-{epoch}-{receipt:06d}", at, amount)
            for deal_id, kind, till, epoch, receipt, at, amount in self._work.rows(_RECENT_OF, wallet, limit)
        ]

    def rows_of_shift(self, shift: ShiftId) -> Sequence[DealRow]:
        """What the shift's figures of value are made of."""
        bounds = self._work.row(_RANGE, shift)
        if bounds is None:
            return []
        tenders: defaultdict[int, list[tuple[str, TenderType, int]]] = defaultdict(list)
        for pos, kind, tender_type, amount in self._work.rows(_TENDERS, *bounds):
            tenders[pos].append((kind, TenderType(tender_type), amount))
        return [
            DealRow(Kind(kind), receipt, amount, tuple(tenders[pos]))
            for pos, kind, receipt, amount in self._work.rows(_DEALS, *bounds, shift)
        ]


def deal_row(pos: int, kind: Kind, deal: ValueDeal) -> Values:
    """The row of table `value_deal`."""
    origin = deal.origin
    return (
        pos,
        deal.id,
        str(kind),
        origin.till,
        origin.epoch,
        origin.receipt,
        origin.shift,
        origin.operator,
        origin.business_date,
        origin.at,
        deal.holder.wallet,
        deal.target.wallet if isinstance(deal, Transfer) else None,
        deal.amount_minor,
    )


def tender_rows(pos: int, deal: ValueDeal) -> list[Values]:
    """The rows of `value_tender`."""
    return [
        (pos, number, tender.kind, tender.type.value, tender.amount_minor, tender.given_minor, tender.reference)
        for number, tender in enumerate(deal.tenders, start=1)
    ]
