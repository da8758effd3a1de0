"""The night's audit at the till: everything pushed, a signed summary told, head office's signed verdict kept.

Nothing here hurries and nothing is held up: shifts and lots are read in small pieces, between which the till sells.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

from pydantic import BaseModel, ConfigDict

from app.domain.errors import BrokenPromiseError
from app.domain.journal import Head
from app.domain.lease import Lease
from app.domain.night.lots import LotRow, LotSum, drawer_of
from app.domain.night.summary import ShiftSpan, ShiftTotals, Summary, answered_part, signed_part, summary_text
from app.domain.night.verdict import Verdict, hash_of, verdict_in
from sync.client.office import AnswerUnreadableError, Office
from sync.client.state import read_sync_state
from sync.client.till import Config, Run, Store, Work
from sync.protocol.messages import MOST_LOTS_TOLD, Audit, AuditAgain, Audited
from sync.protocol.signed import is_signed

CONFIG_NAME = "sync.night"
_LOTS_AT_ONCE = 500
_TRIES = 3

Sign = Callable[[bytes], bytes]
T = TypeVar("T")


class ShiftBooks(Protocol):
    """The till's own rows of its shifts."""

    def since(self, work: Any, seq: int) -> Sequence[ShiftSpan]:
        """Shifts that are open, or were closed behind `seq`."""

    def totals(self, work: Any, span: ShiftSpan) -> ShiftTotals:
        """The totals of one of them, from its rows."""


class KeptNight(BaseModel):
    """One night as the till keeps it: both texts with their signatures, and the key head office signed with (hex)."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    night: str = ""
    summary: str = ""
    signature: str = ""
    verdict: str = ""
    answer_signature: str = ""
    office_key: str = ""
    # Shifts closed up to this event of this epoch were equal.
    equal_seq: int = 0
    epoch: int = 0

    def read(self) -> Verdict | None:
        """Head office's verdict; None where there is none, or none that this version can read."""
        try:
            return verdict_in(self.verdict)
        except BrokenPromiseError:
            return None


def last_night(config: Config) -> KeptNight:
    """The night audited last; an empty one before the first."""
    return KeptNight.model_validate_json(config.get(CONFIG_NAME) or "{}")


def night_in(config: Config, night: str) -> KeptNight | None:
    """What is kept of the night with this ISO date."""
    text = config.get(f"{CONFIG_NAME}.{night}")
    return KeptNight.model_validate_json(text) if text else None


@dataclass(frozen=True, slots=True)
class NightAudit:
    """Sums up, asks, keeps. Every call may raise OfficeError; nothing is kept then. HELLO was said before."""

    store: Store
    office: Office
    run: Run
    shifts: ShiftBooks
    sign: Sign
    now_ms: Callable[[], int]

    def __call__(self, night: str) -> Verdict | None:
        """The verdict on the night of this ISO date; None where a HELLO has to come first, or the till is busy."""
        for _ in range(_TRIES):
            made = self._sum_up(night)
            if made is None:
                continue
            text = summary_text(made)
            message = Audit(
                till=made.till,
                epoch=made.epoch,
                server_epoch=made.server_epoch,
                night=night,
                summary=text,
                signature=self.sign(signed_part(text)).hex(),
            )
            answer = self.office.audit(message)
            if isinstance(answer, Audited) and answer.wants:
                message = message.model_copy(update={"lots": self._lots_in(frozenset(answer.wants))})
                answer = self.office.audit(message)
            if isinstance(answer, AuditAgain):
                return None
            return self._kept(message, made, answer)
        return None

    def _sum_up(self, night: str) -> Summary | None:
        """Everything as of one event; None where another came meanwhile."""
        head, spans = self._read(self._begin)
        totals = [self._totals(span) for span in spans if not span.is_open]
        lots = LotSum()
        for page in self._pages():
            lots.add(map(_row, page))

        def finish(work: Work) -> Summary | None:
            if work.journal.head() != head:
                return None
            open_ = [self.shifts.totals(work, span) for span in spans if span.is_open]
            return Summary(
                till=head.till,
                epoch=head.epoch,
                server_epoch=read_sync_state(work.config).server_epoch or "none",
                night=night,
                at=self.now_ms(),
                is_clock_in_doubt=bool(work.state().leases_frozen),
                last_seq=head.seq,
                last_hash=head.hash.hex(),
                shifts=tuple(sorted((*totals, *open_), key=lambda each: each.first_seq)),
                lots=lots.lots,
                drawers=lots.drawers,
            )

        return self._read(finish)

    def _begin(self, work: Work) -> tuple[Head, Sequence[ShiftSpan]]:
        head, last = work.journal.head(), last_night(work.config)
        equal = last.equal_seq if last.epoch == head.epoch else 0
        return head, self.shifts.since(work, equal)

    def _totals(self, span: ShiftSpan) -> ShiftTotals:
        return self._read(lambda work: self.shifts.totals(work, span))

    def _pages(self) -> Iterator[Sequence[Lease]]:
        key = ("", "", "")
        while page := self._page(key):
            yield page
            key = (page[-1].wallet, page[-1].unit, page[-1].lot.key)

    def _page(self, key: tuple[str, str, str]) -> Sequence[Lease]:
        return self._read(lambda work: work.outbox.leases_after(key, _LOTS_AT_ONCE))

    def _lots_in(self, drawers: frozenset[int]) -> tuple[tuple[str, str, str, int, int], ...]:
        rows = (_row(lease) for page in self._pages() for lease in page if drawer_of(lease.wallet) in drawers)
        told = [(row.wallet, row.unit, row.lot, row.granted, row.held) for row in rows if not row.is_empty]
        return tuple(told[:MOST_LOTS_TOLD])

    def _kept(self, message: Audit, made: Summary, answer: Audited) -> Verdict:
        if answer.key and not is_signed(answered_part(answer.verdict), answer.signature, answer.key):
            raise AnswerUnreadableError
        try:
            verdict = verdict_in(answer.verdict)
        except BrokenPromiseError as error:
            raise AnswerUnreadableError from error
        if verdict.summary != hash_of(message.summary):
            raise AnswerUnreadableError

        def keep(work: Work) -> None:
            last = last_night(work.config)
            before = last.equal_seq if last.epoch == made.epoch else 0
            kept = KeptNight(
                night=message.night,
                summary=message.summary,
                signature=message.signature,
                verdict=answer.verdict,
                answer_signature=answer.signature,
                office_key=answer.key,
                equal_seq=made.last_seq if verdict.is_equal else before,
                epoch=made.epoch,
            )
            text = kept.model_dump_json()
            work.config.put(CONFIG_NAME, text)
            work.config.put(f"{CONFIG_NAME}.{message.night}", text)

        self._write(keep)
        return verdict

    def _read(self, look: Callable[[Work], T]) -> T:
        def whole() -> T:
            with self.store.unit_of_work() as work:
                return look(work)

        return self.run(whole)

    def _write(self, change: Callable[[Work], None]) -> None:
        def whole() -> None:
            with self.store.unit_of_work() as work:
                change(work)
                work.commit()

        self.run(whole)


def _row(lease: Lease) -> LotRow:
    return LotRow(lease.wallet, lease.unit, lease.lot.key, lease.granted, lease.held)
