"""AUDIT: at night a till says what it has; head office lays its own books beside it and signs what it finds."""

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from app.domain.errors import BrokenPromiseError
from app.domain.figures.rows import row_of_deal, row_of_refund, row_of_sale
from app.domain.figures.till_day import ReceiptRow, till_day
from app.domain.figures.value_day import DealRow
from app.domain.journal import Kind
from app.domain.night.lots import LotRow, LotSum, drawer_of
from app.domain.night.summary import Summary, Totals, answered_part, signed_part, summary_in, totals_of
from app.domain.night.verdict import (
    Books,
    Finding,
    ParkedEvent,
    Verdict,
    drawers_to_tell,
    findings,
    hash_of,
    lot_finding,
    verdict_text,
)
from app.domain.sale.body import refund_from_body, sale_from_body
from app.domain.value.body import deal_from_body
from sync.office.services.errors import UnknownTillError, UnsignedSummaryError
from sync.office.services.world import World
from sync.office.storage.chains import Chain, find_chain, lock_chain
from sync.office.storage.journal import events_between, hash_at
from sync.office.storage.ledger import all_granted, leases_at
from sync.office.storage.nights import Night, keep_night
from sync.office.storage.parked import open_parked_of
from sync.office.storage.state import read_state
from sync.protocol.messages import Audit, AuditAgain, Audited, LotTold
from sync.protocol.signed import is_signed

_DEALS = (
    Kind.TOP_UP,
    Kind.PRINCIPAL_REFUND,
    Kind.TRANSFER,
    Kind.REDEMPTION,
    Kind.PASS_USE,
    Kind.PASS_SALE,
    Kind.DRAW,
    Kind.MEMBERSHIP_SALE,
    Kind.MEMBER_ACTION,
)
_RECEIPTS = (Kind.SALE, Kind.REFUND, *_DEALS)
_MOST_PARKED = 20


@dataclass(frozen=True, slots=True)
class _Compared:
    """What was found of a chain as it was then."""

    chain: Chain
    findings: tuple[Finding, ...]
    wants: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class AuditNight:
    """Answer an AUDIT. Safe to repeat: the last word of a night stands."""

    world: World

    def __call__(self, message: Audit) -> Audited | AuditAgain:
        """The signed verdict; UnknownTillError, or UnsignedSummaryError where the till's key did not sign this text."""
        # What takes long only reads; whoever stands at a till need not wait for it.
        found = self.world.database.read(lambda connection: self._compared(connection, message))
        if isinstance(found, AuditAgain):
            return found
        return self.world.database.write(lambda connection: self._answered(connection, message, found))

    def _compared(self, connection: Connection, message: Audit) -> _Compared | AuditAgain:
        chain = find_chain(connection, message.till, message.epoch)
        if chain is None:
            raise UnknownTillError
        state = read_state(connection)
        said = _summary_of(chain, message)
        if message.server_epoch != state.server_epoch:
            return AuditAgain(server_epoch=state.server_epoch)
        if said.last_seq < chain.last_seq and chain.is_active:
            # It was on its way for long: whether the till itself is behind only a HELLO can tell.
            return AuditAgain(server_epoch=state.server_epoch)
        books = self._books(connection, chain, said)
        wants = drawers_to_tell(said, books)
        found = list(findings(said, books))
        lots = _lots(connection, chain, wants, message.lots) if wants else None
        if lots is not None:
            found.append(lots)
        return _Compared(chain, tuple(found), () if message.lots else wants)

    def _answered(self, connection: Connection, message: Audit, found: _Compared) -> Audited | AuditAgain:
        chain, state = lock_chain(connection, message.till, message.epoch), read_state(connection)
        # Where a PUSH or a restore came between, what was read is of two moments.
        if chain is None or _place(chain) != _place(found.chain) or state.server_epoch != message.server_epoch:
            return AuditAgain(server_epoch=state.server_epoch)
        answer = self._signed(connection, chain, message, found.findings)
        return answer.model_copy(update={"wants": found.wants})

    def _books(self, connection: Connection, chain: Chain, said: Summary) -> Books:
        sums = LotSum()
        sums.add(_rows_of(connection, chain))
        known = hash_at(connection, chain, said.last_seq) if said.last_seq else bytes(32)
        return Books(
            now=self.world.clock.now_ms(),
            fenced="" if chain.is_active else chain.reason or chain.status,
            last_seq=chain.last_seq,
            last_hash=known.hex() if known else "",
            applied_seq=chain.applied_seq,
            shifts=_shift_totals(connection, chain, said),
            drawers=sums.drawers,
        )

    def _signed(self, connection: Connection, chain: Chain, message: Audit, found: Sequence[Finding]) -> Audited:
        waiting = open_parked_of(connection, chain.till)
        now = self.world.clock.now_ms()
        text = verdict_text(
            Verdict(
                till=chain.till,
                epoch=chain.epoch,
                server_epoch=message.server_epoch,
                night=message.night,
                at=now,
                summary=hash_of(message.summary),
                findings=tuple(found),
                parked=tuple(ParkedEvent(each.source, each.rule, each.parked_at) for each in waiting[:_MOST_PARKED]),
                parked_count=len(waiting),
            )
        )
        signer = self.world.signer
        signature = signer.sign(answered_part(text)).hex() if signer else ""
        key = signer.key if signer else ""
        keep_night(
            connection,
            Night(
                chain.till, chain.epoch, message.night, message.summary, message.signature, text, signature, key, now
            ),
        )
        return Audited(server_epoch=message.server_epoch, verdict=text, signature=signature, key=key)


def _summary_of(chain: Chain, message: Audit) -> Summary:
    if not is_signed(signed_part(message.summary), message.signature, chain.public_key.hex()):
        raise UnsignedSummaryError
    try:
        said = summary_in(message.summary)
    except BrokenPromiseError as error:
        raise UnsignedSummaryError from error
    if (said.till, said.epoch, said.night, said.server_epoch) != (
        message.till,
        message.epoch,
        message.night,
        message.server_epoch,
    ):
        raise UnsignedSummaryError
    return said


def _place(chain: Chain) -> tuple[object, ...]:
    return chain.last_seq, chain.last_hash, chain.applied_seq, chain.status, chain.leased_money


def _rows_of(connection: Connection, chain: Chain) -> Iterable[LotRow]:
    """What head office believes this till holds, and has granted it, lot by lot."""
    held: dict[tuple[str, str, str], int] = defaultdict(int)
    for (wallet, unit, lot, _), balance in leases_at(connection, chain.till):
        held[wallet, unit, lot] = balance
    granted = {
        (str(wallet), str(unit), lot.key): total
        for (wallet, unit, lot), total in all_granted(connection, chain.till, chain.epoch).items()
    }
    for key in held.keys() | granted.keys():
        yield LotRow(*key, granted.get(key, 0), held.get(key, 0))


def _lots(connection: Connection, chain: Chain, wants: Sequence[int], told: Sequence[LotTold]) -> Finding | None:
    drawers = frozenset(wants)
    there = [row for row in _rows_of(connection, chain) if drawer_of(row.wallet) in drawers]
    return lot_finding((LotRow(*row) for row in told), there)


def _shift_totals(connection: Connection, chain: Chain, said: Summary) -> dict[str, Totals]:
    """The totals of the shifts that the till names, from the events that head office has of them."""
    wanted = {each.shift: each for each in said.shifts if each.last_seq <= chain.last_seq}
    receipts: defaultdict[str, list[ReceiptRow]] = defaultdict(list)
    deals: defaultdict[str, list[DealRow]] = defaultdict(list)
    if wanted:
        first = min(each.first_seq for each in wanted.values())
        last = max(each.last_seq for each in wanted.values())
        for kind, payload in events_between(connection, chain, first, last, _RECEIPTS):
            _count(Kind(kind), payload, receipts, deals)
    return {
        shift: totals_of(
            till_day(
                receipts[shift],
                float_minor=0,
                cash_moves_minor=(),
                drawer_openings=0,
                perpetual_minor=0,
                deals=deals[shift],
            )
        )
        for shift in wanted
    }


def _count(kind: Kind, payload: bytes, receipts: dict[str, list[ReceiptRow]], deals: dict[str, list[DealRow]]) -> None:
    try:
        body = json.loads(payload)["body"]
        if kind is Kind.SALE:
            sale = sale_from_body(body)
            receipts[sale.origin.shift].append(row_of_sale(sale))
        elif kind is Kind.REFUND:
            refund = refund_from_body(body)
            receipts[refund.origin.shift].append(row_of_refund(refund))
        else:
            deal = deal_from_body(kind, body)
            deals[deal.origin.shift].append(row_of_deal(kind, deal))
    except (BrokenPromiseError, KeyError, TypeError, ValueError):
        return  # whoever cannot read it counts one less, and the night says so
