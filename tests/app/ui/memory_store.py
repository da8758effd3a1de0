"""A till's store in memory: the real use cases run over it, so that screens are tested with real answers.

It keeps no promises about durability and rolls nothing back; the store's own tests see to that.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import TracebackType
from typing import Self

from app.domain.catalogue import Product
from app.domain.figures.till_day import ReceiptRow
from app.domain.figures.value_day import DealRow
from app.domain.ids import (
    CardNumber,
    EventId,
    MemberId,
    MerchantId,
    OperatorId,
    ProductId,
    SaleId,
    ShiftId,
    TillId,
    WalletId,
)
from app.domain.journal import GENESIS_HASH, Draft, Event, Head, Json, Kind, seal
from app.domain.lease import Grant, Lease, after_posting
from app.domain.ledger import OFFICE, Entry, Unit, lease_at
from app.domain.member import Card
from app.domain.people.care import Care, CareNoted, CareStep
from app.domain.people.facts import Merge, PeopleFact, ProfileChange, Registration
from app.domain.programme.visits import Visit, Visits
from app.domain.sale.elsewhere import sale_taken_over
from app.domain.sale.facts import Refund, Sale, SaleLine
from app.domain.shift import CashMovement, ClosedShift, Shift
from app.domain.staff import Operator, PinRecord
from app.domain.value.facts import ValueDeal
from app.ports.store import (
    Cards,
    CareNotes,
    Config,
    DealSummary,
    Fed,
    FedRow,
    HeldBasket,
    HeldBaskets,
    Journal,
    Ledger,
    LentUnit,
    Past,
    People,
    Products,
    Sales,
    SaleSummary,
    Shifts,
    Slip,
    SlipKind,
    SlipState,
    Sought,
    Spool,
    Staff,
    StoreFullError,
    TillState,
    ToldFact,
    UnitOfWork,
    ValueDeals,
)

TILL, MERCHANT = TillId("T1"), MerchantId("M1")


@dataclass
class MemoryJournal:
    """The chain as a list."""

    events: list[Event] = field(default_factory=list)

    def head(self) -> Head:
        """The end of the chain."""
        return self.events[-1].head if self.events else Head(TILL, 1, 0, GENESIS_HASH)

    def append(self, draft: Draft) -> Event:
        """The draft as the next event."""
        event = seal(draft, self.head())
        self.events.append(event)
        return event

    def event(self, event_id: EventId) -> Event | None:
        """The event with this id."""
        return next((event for event in self.events if event.id == event_id), None)


@dataclass
class MemoryLedger:
    """Leases by account, and every posting with its event's number."""

    accounts: dict[tuple[str, str, str], Lease] = field(default_factory=dict)
    moved: list[tuple[WalletId, Unit, int, int]] = field(default_factory=list)

    def post(self, event: Event, entries: Sequence[Entry]) -> None:
        """Move the leases' totals."""
        for entry, posting in ((each, posting) for each in entries for posting in each.postings):
            if posting.place != lease_at(TILL):
                continue
            key = (posting.wallet, posting.unit, posting.lot.key)
            lease = self.accounts.get(key) or Lease(posting.wallet, posting.unit, posting.lot)
            is_return = any(line.place == OFFICE for line in entry.postings)
            self.accounts[key] = after_posting(lease, posting.amount, is_return=is_return)
            if not is_return:
                self.moved.append((posting.wallet, posting.unit, event.seq, posting.amount))

    def grant(self, event: Event, grants: Sequence[Grant]) -> None:
        """Merge granted totals by maximum."""
        for grant in grants:
            key = (grant.wallet, grant.unit, grant.lot.key)
            lease = self.accounts.get(key) or Lease(grant.wallet, grant.unit, grant.lot)
            self.accounts[key] = lease.with_grant(grant.total)

    def leases(self, wallet: WalletId) -> Sequence[Lease]:
        """All leases of a wallet."""
        return [lease for lease in self.accounts.values() if lease.wallet == wallet]

    def moved_since(self, wallet: WalletId, seq: int) -> dict[Unit, int]:
        """By unit, what changed after `seq`."""
        sums: defaultdict[Unit, int] = defaultdict(int)
        for whose, unit, at, amount in self.moved:
            if whose == wallet and at > seq:
                sums[unit] += amount
        return dict(sums)

    def lent(self) -> Sequence[LentUnit]:
        """In sum, by unit."""
        held: defaultdict[Unit, list[int]] = defaultdict(list)
        for lease in self.accounts.values():
            held[lease.unit].append(lease.held)
        return [LentUnit(unit, sum(amounts), len(amounts)) for unit, amounts in sorted(held.items())]

    def idle_since(self, seq: int) -> Sequence[Lease]:
        """Untouched since then."""
        busy = {wallet for wallet, _, at, _ in self.moved if at > seq}
        return [lease for lease in self.accounts.values() if lease.held and lease.wallet not in busy]


@dataclass
class MemorySales:
    """Sales and refunds by id."""

    sales: dict[SaleId, Sale] = field(default_factory=dict)
    refunds: dict[SaleId, Refund] = field(default_factory=dict)

    def record_sale(self, event: Event, sale: Sale) -> None:
        """Keep it."""
        self.sales[sale.id] = sale

    def record_refund(self, event: Event, refund: Refund) -> None:
        """Keep it."""
        self.refunds[refund.id] = refund

    def take_over(self, event: Event, sale: Sale) -> None:
        """Keep it, and what was refunded of it before."""
        self.sales[sale.id] = sale
        self.refunds.update((refund.id, refund) for refund in sale_taken_over(event.body())[1])

    def find(self, receipt_number: str) -> SaleId | None:
        """By the number on the receipt."""
        fit = (sale.id for sale in self.sales.values() if sale.origin.receipt_number == receipt_number)
        return next(fit, None)

    def sale(self, sale_id: SaleId) -> Sale | None:
        """One sale."""
        return self.sales.get(sale_id)

    def refund(self, refund_id: SaleId) -> Refund | None:
        """One refund."""
        return self.refunds.get(refund_id)

    def refunds_of(self, sale_id: SaleId) -> Sequence[Refund]:
        """Its refunds."""
        return [refund for refund in self.refunds.values() if refund.sale == sale_id]

    def recent(self, limit: int) -> Sequence[SaleSummary]:
        """Newest first."""
        return [self._summary(sale) for sale in reversed(self.sales.values())][:limit]

    def recent_of(self, wallet: WalletId, limit: int) -> Sequence[SaleSummary]:
        """Newest first, of one wallet."""
        own = [sale for sale in reversed(self.sales.values()) if sale.member and sale.member.wallet == wallet]
        return [self._summary(sale) for sale in own][:limit]

    def rows_of_shift(self, shift: ShiftId) -> Sequence[ReceiptRow]:
        """The rows of one shift."""
        posted: list[Sale | Refund] = [*self.sales.values(), *self.refunds.values()]
        return [_row(each) for each in posted if each.origin.shift == shift]

    def visits_since(self, wallet: WalletId, seq: int) -> Visits:
        """What the wallet bought here."""
        own = [sale for sale in self.sales.values() if sale.member and sale.member.wallet == wallet]
        return Visits([Visit(each.origin.business_date, _paid(each), self._back(each)) for each in own])

    def _back(self, sale: Sale) -> int:
        return sum(refund.goods_minor for refund in self.refunds_of(sale.id))

    def _summary(self, sale: Sale) -> SaleSummary:
        refunded = sum(refund.total_minor for refund in self.refunds_of(sale.id))
        name = sale.member.name if sale.member else ""
        number, at = sale.origin.receipt_number, sale.origin.at
        return SaleSummary(sale.id, number, at, sale.total_minor, name, len(sale.lines), refunded)


def _paid(sale: Sale) -> dict[str, int]:
    paid: dict[str, int] = {}
    for tender in sale.tenders:
        paid[tender.kind] = paid.get(tender.kind, 0) + tender.amount_minor
    return paid


def _row(posted: Sale | Refund) -> ReceiptRow:
    saving = posted.saving_minor if isinstance(posted, Sale) else 0
    tenders = tuple((tender.kind, tender.type, tender.amount_minor) for tender in posted.tenders)
    taxes = tuple((line.tax_rate_basis_points, line.net_minor, line.tax_minor) for line in _sold(posted))
    return ReceiptRow(posted.origin.receipt, isinstance(posted, Refund), posted.total_minor, saving, tenders, taxes)


def _sold(posted: Sale | Refund) -> Sequence[SaleLine]:
    return posted.lines if isinstance(posted, Sale) else ()


@dataclass
class MemoryDeals:
    """Top-ups, refunds of principal and transfers by id, with the kind of their events."""

    deals: dict[EventId, tuple[Kind, ValueDeal]] = field(default_factory=dict)

    def record(self, event: Event, deal: ValueDeal) -> None:
        """Keep it."""
        self.deals[deal.id] = (event.kind, deal)

    def deal(self, deal_id: EventId) -> ValueDeal | None:
        """One deal."""
        found = self.deals.get(deal_id)
        return found[1] if found else None

    def recent_of(self, wallet: WalletId, limit: int) -> Sequence[DealSummary]:
        """Newest first."""
        return [
            DealSummary(deal.id, kind, deal.origin.receipt_number, deal.origin.at, deal.amount_minor)
            for kind, deal in reversed(self.deals.values())
            if deal.holder.wallet == wallet
        ][:limit]

    def rows_of_shift(self, shift: ShiftId) -> Sequence[DealRow]:
        """The rows of one shift."""
        return [
            DealRow(
                kind,
                deal.origin.receipt,
                deal.amount_minor,
                tuple((tender.kind, tender.type, tender.amount_minor) for tender in deal.tenders),
            )
            for kind, deal in self.deals.values()
            if deal.origin.shift == shift
        ]


@dataclass
class MemoryCards:
    """Cards changed here, with the number of the event."""

    changed: dict[CardNumber, tuple[int, Card]] = field(default_factory=dict)

    def change(self, event: Event, cards: Sequence[Card]) -> None:
        """Keep them."""
        self.changed.update((card.number, (event.seq, card)) for card in cards)

    def card(self, number: CardNumber, since_seq: int) -> Card | None:
        """One card."""
        seq, card = self.changed.get(number, (0, None))
        return card if seq > since_seq else None

    def of_wallet(self, wallet: WalletId, since_seq: int) -> Sequence[Card]:
        """A wallet's cards."""
        return [card for seq, card in self.changed.values() if seq > since_seq and card.wallet == wallet]


@dataclass
class MemoryPeople:
    """What was told of members, with the number of the event; letters are not looked for."""

    told: list[tuple[int, MemberId, ToldFact]] = field(default_factory=list)

    def record(self, event: Event, fact: PeopleFact) -> None:
        """Keep it."""
        if not isinstance(fact, Merge):
            self.told.append((event.seq, fact.member, ToldFact(event.id, event.business_date, fact)))

    def told_of(self, member: MemberId, since_seq: int) -> Sequence[ToldFact]:
        """Of one member."""
        return [told for seq, whom, told in self.told if whom == member and seq > since_seq]

    def seek(self, sought: Sought, text: str, since_seq: int, limit: int) -> Sequence[MemberId]:
        """By phone and name."""
        found = [whom for seq, whom, told in self.told if seq > since_seq and _is_sought(sought, text, told.fact)]
        return list(dict.fromkeys(reversed(found)))[:limit]


@dataclass
class MemoryCare:
    """Steps of care, with their events."""

    noted: list[CareNoted] = field(default_factory=list)

    def record(self, event: Event, noted: Care) -> None:
        """Keep it."""
        self.noted.append(CareNoted(event.id, event.recorded_at, noted))

    def followed_up(self, wallet: WalletId) -> frozenset[str]:
        """Ticked off here."""
        done = (each.care for each in self.noted if each.care.step is CareStep.FOLLOWED_UP)
        return frozenset(care.key for care in done if care.wallet == wallet)

    def complaint_steps(self, wallet: WalletId | None = None) -> Sequence[CareNoted]:
        """Of complaints."""
        steps = (each for each in self.noted if each.care.step is not CareStep.FOLLOWED_UP)
        return [each for each in steps if wallet in (None, each.care.wallet)]


@dataclass
class MemoryPast:
    """The events behind one another; all of them are of the window."""

    journal: MemoryJournal
    sales: MemorySales

    def span(self, day: str) -> tuple[int, int]:
        """From the first event to the last."""
        return 0, len(self.journal.events)

    def read(self, after: int, through: int, kinds: Collection[Kind]) -> Sequence[tuple[int, Event]]:
        """Events by their number."""
        found = enumerate(self.journal.events[after:through], start=after + 1)
        return [(place, event) for place, event in found if event.kind in kinds]

    def place_of(self, seq: int) -> int:
        """The same."""
        return seq

    def spent_through(self, wallet: WalletId, place: int) -> int:
        """Nothing before the first."""
        visits = self.sales.visits_since(wallet, 0).visits if place else ()
        return sum(visit.total_minor - visit.refunded_minor for visit in visits)


def _is_sought(sought: Sought, text: str, fact: PeopleFact) -> bool:
    own = fact.own if isinstance(fact, ProfileChange) else {}
    name, phone = (
        (fact.name, fact.phone) if isinstance(fact, Registration) else (own.get("name", ""), own.get("phone", ""))
    )
    fits = {Sought.PHONE: phone == text, Sought.LAST_FOUR: phone[-4:] == text, Sought.NAME: name.startswith(text)}
    return fits.get(sought, False)


@dataclass
class MemoryShifts:
    """One open shift and those before."""

    opened: Shift | None = None
    closed: list[ClosedShift] = field(default_factory=list)
    moves: list[tuple[ShiftId, CashMovement]] = field(default_factory=list)
    openings: int = 0

    def current(self) -> Shift | None:
        """The open shift."""
        return self.opened

    def open(self, event: Event, shift: Shift) -> None:
        """Begin a shift."""
        self.opened, self.openings = shift, 0

    def close(self, event: Event, closed: ClosedShift) -> None:
        """End it."""
        self.opened = None
        self.closed.append(closed)

    def last_closed(self) -> ClosedShift | None:
        """The shift closed last."""
        return self.closed[-1] if self.closed else None

    def move_cash(self, event: Event, shift: ShiftId, movement: CashMovement) -> None:
        """Cash in or out."""
        self.moves.append((shift, movement))

    def movements(self, shift: ShiftId) -> Sequence[CashMovement]:
        """The shift's cash movements."""
        return [movement for whose, movement in self.moves if whose == shift]

    def count_drawer_opening(self, shift: ShiftId) -> None:
        """One more."""
        self.openings += 1

    def drawer_openings(self, shift: ShiftId) -> int:
        """How often."""
        return self.openings


@dataclass
class MemoryStaff:
    """People by id."""

    records: dict[OperatorId, PinRecord] = field(default_factory=dict)

    def operators(self) -> Sequence[Operator]:
        """Everybody, by name."""
        return sorted((record.operator for record in self.records.values()), key=lambda person: person.name)

    def operator(self, operator_id: OperatorId) -> Operator | None:
        """One person."""
        record = self.records.get(operator_id)
        return record.operator if record else None

    def pin_record(self, operator_id: OperatorId) -> PinRecord | None:
        """One person with tries."""
        return self.records.get(operator_id)

    def put(self, record: PinRecord) -> None:
        """Add or replace."""
        self.records[record.operator.id] = record

    def remove(self, operator_id: OperatorId) -> None:
        """Gone."""
        self.records.pop(operator_id, None)

    def save_tries(self, operator_id: OperatorId, failures: int, locked_until: int) -> None:
        """Remember wrong PINs."""
        record = self.records[operator_id]
        self.records[operator_id] = replace(record, failures=failures, locked_until=locked_until)


@dataclass
class MemoryProducts:
    """The catalogue as a list."""

    products: list[Product] = field(default_factory=list)

    def by_gtin(self, gtin: str) -> Product | None:
        """By GTIN."""
        return next((product for product in self.products if product.gtin == gtin), None)

    def by_plu(self, plu: str) -> Product | None:
        """By PLU."""
        return next((product for product in self.products if product.plu == plu), None)

    def by_id(self, product_id: ProductId) -> Product | None:
        """By id."""
        return next((product for product in self.products if product.id == product_id), None)

    def search(self, text: str, limit: int) -> Sequence[Product]:
        """By part of the name, initials or code."""
        words = text.lower()
        fit = [p for p in self.products if words in p.name.lower() or p.initials.startswith(words)]
        return (fit or [p for p in self.products if p.gtin.startswith(text)])[:limit]

    def quick_keys(self) -> Sequence[Product]:
        """Those on quick keys."""
        return [product for product in self.products if product.quick_key]

    def version(self) -> int:
        """Always the first."""
        return 1

    def replace_all(self, products: Sequence[Product], version: int) -> None:
        """Another catalogue."""
        self.products = list(products)

    def put(self, item: Product) -> None:
        """Add or replace."""
        self.products = [*(product for product in self.products if product.id != item.id), item]

    def remove(self, product_id: ProductId) -> None:
        """Gone."""
        self.products = [product for product in self.products if product.id != product_id]


@dataclass
class MemorySpool:
    """Slips by id."""

    slips: dict[int, Slip] = field(default_factory=dict)

    def add(
        self,
        kind: SlipKind,
        about: str,
        *,
        kick_drawer: bool = False,
        is_reprint: bool = False,
        content: Json | None = None,
    ) -> int:
        """Queue one."""
        number = len(self.slips) + 1
        self.slips[number] = Slip(number, kind, about, SlipState.WAITING, is_reprint, kick_drawer, 0, content)
        return number

    def next(self) -> Slip | None:
        """The oldest that waits."""
        return next(iter(self.waiting()), None)

    def mark(self, slip_id: int, state: SlipState) -> None:
        """Note how it went."""
        self.slips[slip_id] = replace(self.slips[slip_id], state=state)

    def waiting(self) -> Sequence[Slip]:
        """All that wait."""
        done = {SlipState.PRINTED, SlipState.DROPPED}
        return [slip for slip in self.slips.values() if slip.state not in done]


@dataclass
class MemoryHeld:
    """Baskets set aside."""

    baskets: dict[int, HeldBasket] = field(default_factory=dict)

    def hold(self, label: str, held_at: int, operator: OperatorId, content: Json) -> int:
        """Keep one."""
        number = max(self.baskets, default=0) + 1
        self.baskets[number] = HeldBasket(number, label, held_at, operator, content)
        return number

    def all(self) -> Sequence[HeldBasket]:
        """All of them."""
        return list(self.baskets.values())

    def take(self, held_id: int) -> HeldBasket | None:
        """Take one."""
        return self.baskets.pop(held_id, None)


@dataclass
class MemoryConfig:
    """Texts by name."""

    texts: dict[str, str] = field(default_factory=dict)

    def get(self, name: str) -> str | None:
        """One text."""
        return self.texts.get(name)

    def put(self, name: str, text: str) -> None:
        """Keep one."""
        self.texts[name] = text


@dataclass
class MemoryFed:
    """Rows of streams."""

    kept: dict[tuple[str, str], FedRow] = field(default_factory=dict)

    def row(self, stream: str, row_id: str) -> FedRow | None:
        """One."""
        return self.kept.get((stream, row_id))

    def rows(self, stream: str) -> Mapping[str, FedRow]:
        """All of a stream."""
        return {row_id: row for (of, row_id), row in sorted(self.kept.items()) if of == stream}

    def put(self, stream: str, row_id: str, row: FedRow) -> None:
        """Keep one."""
        self.kept[stream, row_id] = row

    def remove(self, stream: str, row_id: str) -> None:
        """Gone."""
        self.kept.pop((stream, row_id), None)

    def doubt(self, stream: str) -> None:
        """To be told anew."""
        self.kept = {key: replace(row, n=0) if key[0] == stream else row for key, row in self.kept.items()}

    def doubted(self, stream: str) -> Sequence[str]:
        """Not told anew."""
        return [row_id for row_id, row in self.rows(stream).items() if row.n == 0]


class MemoryStore:
    """All parts, for the test to look into, and the one unit of work over them; a full disk can be played."""

    def __init__(self) -> None:
        self.journal = MemoryJournal()
        self.ledger = MemoryLedger()
        self.sales = MemorySales()
        self.value = MemoryDeals()
        self.cards = MemoryCards()
        self.people = MemoryPeople()
        self.care = MemoryCare()
        self.past = MemoryPast(self.journal, self.sales)
        self.shifts = MemoryShifts()
        self.staff = MemoryStaff()
        self.products = MemoryProducts()
        self.spool = MemorySpool()
        self.held = MemoryHeld()
        self.config = MemoryConfig()
        self.fed = MemoryFed()
        self.is_full = False
        self.clock_mark = (0, False)

    def unit_of_work(self) -> UnitOfWork:
        """Over the same parts each time."""
        return MemoryUnitOfWork(self)


class MemoryUnitOfWork:
    """The parts as the services see them."""

    journal: Journal
    ledger: Ledger
    sales: Sales
    value: ValueDeals
    cards: Cards
    people: People
    care: CareNotes
    past: Past
    shifts: Shifts
    staff: Staff
    products: Products
    spool: Spool
    held: HeldBaskets
    config: Config
    fed: Fed

    def __init__(self, store: MemoryStore) -> None:
        self._store = store
        self.journal, self.ledger, self.sales = store.journal, store.ledger, store.sales
        self.value, self.cards, self.people = store.value, store.cards, store.people
        self.care, self.past = store.care, store.past
        self.shifts, self.staff, self.products = store.shifts, store.staff, store.products
        self.spool, self.held, self.config = store.spool, store.held, store.config
        self.fed = store.fed

    def state(self) -> TillState:
        """Counted from what is kept."""
        sales, refunds = self._store.sales.sales.values(), self._store.sales.refunds.values()
        return TillState(
            till=TILL,
            epoch=1,
            merchant=MERCHANT,
            high_water_ms=self._store.clock_mark[0],
            leases_frozen=self._store.clock_mark[1],
            perpetual_minor=sum(s.total_minor for s in sales) - sum(r.total_minor for r in refunds),
            last_receipt=len(sales) + len(refunds) + len(self._store.value.deals),
            last_shift=len(self._store.shifts.closed) + (self._store.shifts.opened is not None),
        )

    def note_clock(self, high_water_ms: int, *, leases_frozen: bool) -> None:
        """Keep the clock's mark."""
        self._store.clock_mark = (high_water_ms, leases_frozen)

    def commit(self) -> None:
        """Nothing to do, or the disk is full."""
        if self._store.is_full:
            raise StoreFullError

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        return None
