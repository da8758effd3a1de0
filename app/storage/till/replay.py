"""An event's rows made again from its bytes: what a restore does with the events of the second journal."""

import json
from collections.abc import Callable

from app.domain.bookkeeping import entries_of_body
from app.domain.errors import BrokenPromiseError
from app.domain.ids import EventId, MerchantId, TillId
from app.domain.journal import Event, Json, Kind, faults_in, follows_epoch
from app.domain.payback import OPEN_PAYBACKS, paybacks_after, paybacks_from_text, paybacks_to_text
from app.domain.payment import OPEN_PAYMENTS, after_event, payments_from_text, payments_to_text
from app.domain.people.body import PEOPLE_KINDS, people_fact_of
from app.domain.people.care import care_from_body
from app.domain.sale.body import refund_from_body, sale_from_body
from app.domain.sale.elsewhere import sale_taken_over
from app.domain.value.body import SERVICE_KINDS, card_change_from_body, deal_from_body
from app.storage.direct import DirectConnection
from app.storage.till.cards import CardTable
from app.storage.till.care import CareTable
from app.storage.till.config import ConfigTable
from app.storage.till.event_facts import cash_moved, grants, shift_closed, shift_opened
from app.storage.till.journal import JournalTable
from app.storage.till.ledger import LedgerTable
from app.storage.till.people import PeopleTable
from app.storage.till.sales import SaleTable
from app.storage.till.shifts import ShiftTable
from app.storage.till.value import ValueTable
from app.storage.till.work import Known, Work


def sealed_event(payload: bytes, prev_hash: bytes, own_hash: bytes, key: bytes = b"") -> Event:
    """The event that these bytes are; BrokenPromiseError where they are none."""
    try:
        envelope = json.loads(payload)
        return Event(
            till=TillId(envelope["till"]),
            epoch=envelope["epoch"],
            seq=envelope["seq"],
            id=EventId(envelope["id"]),
            kind=Kind(envelope["kind"]),
            version=envelope["version"],
            recorded_at=envelope["recorded_at"],
            business_date=envelope["business_date"],
            payload=payload,
            prev_hash=prev_hash,
            hash=own_hash,
            key=key,
        )
    except (KeyError, TypeError, ValueError) as error:
        raise BrokenPromiseError("the bytes are no event") from error


def replay(connection: DirectConnection, known: Known, event: Event) -> Known:
    """Keep the event as the chain's next one and make its rows, in one transaction; what the till then knows.

    BrokenPromiseError, and nothing kept, where it does not follow or its rows cannot be made. Slips are not queued
    again, and people and their PINs are not in the journal.
    """
    before = known
    if event.epoch != known.head.epoch:
        if not follows_epoch(event, known.head):
            raise BrokenPromiseError(f"event {event.seq} of epoch {event.epoch} does not follow event {known.head.seq}")
        before = known.in_epoch(event.epoch, MerchantId(event.body()["merchant"]))
    faults = faults_in(event, before.head)
    if faults:
        raise BrokenPromiseError(f"event {event.seq} does not follow: {'; '.join(faults)}")
    with connection.transaction():
        work = Work(connection, before)
        journal = JournalTable(work)
        journal.keep(event)
        body = event.body()
        try:
            LedgerTable(work).post(event, entries_of_body(body))
            make_rows = _ROWS.get(event.kind)
            if make_rows is not None:
                make_rows(work, journal, event, body)
        except (AttributeError, LookupError, TypeError, ValueError) as error:
            raise BrokenPromiseError(f"the body of event {event.seq} cannot be read") from error
        work.finish()
    return work.known


def _sale(work: Work, journal: JournalTable, event: Event, body: Json) -> None:
    sale = sale_from_body(body)
    SaleTable(work, journal).record_sale(event, sale)
    _payment(work, journal, event, body)
    _saw(work, sale.origin.corrected_at)


def _sale_taken_over(work: Work, journal: JournalTable, event: Event, body: Json) -> None:
    SaleTable(work, journal).take_over(event, sale_taken_over(body)[0])


def _refund(work: Work, journal: JournalTable, event: Event, body: Json) -> None:
    refund = refund_from_body(body)
    SaleTable(work, journal).record_refund(event, refund)
    _saw(work, refund.origin.corrected_at)


def _value_deal(work: Work, journal: JournalTable, event: Event, body: Json) -> None:
    deal = deal_from_body(event.kind, body)
    ValueTable(work, journal).record(event, deal)
    _payment(work, journal, event, body)
    _saw(work, deal.origin.corrected_at)


def _card_changed(work: Work, _journal: JournalTable, event: Event, body: Json) -> None:
    CardTable(work).change(event, card_change_from_body(body).cards)


def _told_of_member(work: Work, journal: JournalTable, event: Event, _body: Json) -> None:
    PeopleTable(work, journal).record(event, people_fact_of(event))


def _care(work: Work, journal: JournalTable, event: Event, body: Json) -> None:
    CareTable(work, journal).record(event, care_from_body(body))


def _lease_granted(work: Work, _journal: JournalTable, event: Event, body: Json) -> None:
    LedgerTable(work).grant(event, grants(body))


def _shift_opened(work: Work, _journal: JournalTable, event: Event, body: Json) -> None:
    ShiftTable(work).open(event, shift_opened(event, body))


def _shift_closed(work: Work, _journal: JournalTable, event: Event, body: Json) -> None:
    shifts = ShiftTable(work)
    opened = shifts.current()
    if opened is None or opened.id != body["shift"]:
        raise BrokenPromiseError("only the open shift can be closed")
    shifts.close(event, shift_closed(event, body, opened))


def _payment(work: Work, _journal: JournalTable, event: Event, body: Json) -> None:
    config = ConfigTable(work)
    before = config.get(OPEN_PAYMENTS)
    after = payments_to_text(after_event(payments_from_text(before), event.kind, body))
    if after != (before or ""):
        config.put(OPEN_PAYMENTS, after)


def _payback(work: Work, _journal: JournalTable, event: Event, body: Json) -> None:
    config = ConfigTable(work)
    owed = paybacks_after(paybacks_from_text(config.get(OPEN_PAYBACKS)), event.kind, body)
    config.put(OPEN_PAYBACKS, paybacks_to_text(owed))


def _cash_moved(work: Work, _journal: JournalTable, event: Event, body: Json) -> None:
    ShiftTable(work).move_cash(event, *cash_moved(body))


def _drawer_opened(work: Work, _journal: JournalTable, _event: Event, body: Json) -> None:
    ShiftTable(work).count_drawer_opening(body["shift"])


def _clock_jumped(work: Work, _journal: JournalTable, _event: Event, _body: Json) -> None:
    work.change_state(leases_frozen=True)


def _clock_confirmed(work: Work, _journal: JournalTable, _event: Event, body: Json) -> None:
    work.change_state(leases_frozen=False, high_water_ms=body["wall"])


def _saw(work: Work, corrected_at: int) -> None:
    work.change_state(high_water_ms=max(work.state.high_water_ms, corrected_at))


_ROWS: dict[Kind, Callable[[Work, JournalTable, Event, Json], None]] = {
    Kind.SALE: _sale,
    Kind.REFUND: _refund,
    Kind.SALE_TAKEN_OVER: _sale_taken_over,
    Kind.TOP_UP: _value_deal,
    Kind.PRINCIPAL_REFUND: _value_deal,
    Kind.TRANSFER: _value_deal,
    **dict.fromkeys(SERVICE_KINDS.values(), _value_deal),
    Kind.CARD_CHANGED: _card_changed,
    Kind.CARE: _care,
    **dict.fromkeys(PEOPLE_KINDS, _told_of_member),
    Kind.LEASE_GRANTED: _lease_granted,
    Kind.SHIFT_OPENED: _shift_opened,
    Kind.SHIFT_CLOSED: _shift_closed,
    Kind.CASH_MOVEMENT: _cash_moved,
    Kind.PAYMENT_STARTED: _payment,
    Kind.PAYMENT_SETTLED: _payment,
    Kind.PAYMENT_REVERSED: _payment,
    Kind.PAYBACK_STARTED: _payback,
    Kind.PAYBACK_SETTLED: _payback,
    Kind.DRAWER_OPENED: _drawer_opened,
    Kind.CLOCK_JUMP: _clock_jumped,
    Kind.CLOCK_CONFIRMED: _clock_confirmed,
}
