"""The till's own store: one unit of work, one explicit commit; leaving it without one rolls back.

A commit is durable when it returns: in `till.db` and in the second journal (protocol section 2).
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, StrEnum
from types import TracebackType
from typing import Protocol, Self

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
from app.domain.journal import Draft, Event, Head, Json, Kind
from app.domain.lease import Grant, Lease
from app.domain.ledger import Entry, Unit
from app.domain.member import Card
from app.domain.people.care import Care, CareNoted
from app.domain.people.facts import PeopleFact
from app.domain.programme.visits import Visits
from app.domain.sale.facts import Refund, Sale
from app.domain.shift import CashMovement, ClosedShift, Shift
from app.domain.staff import Operator, PinRecord
from app.domain.value.facts import ValueDeal


class StoreFullError(Exception):
    """The disk is full: nothing of this unit of work was kept; the environment's fault."""


class StoreUnavailableError(Exception):
    """The store cannot be read or written (broken file, wrong key, disk gone); the environment's fault."""


@dataclass(frozen=True, slots=True)
class TillState:
    """What the till knows of itself. `high_water_ms` is the latest wall clock it has seen.

    `perpetual_minor` is the grand total of sales less refunds since the first day; `last_receipt` and `last_shift`
    are the last numbers given.
    """

    till: TillId
    epoch: int
    merchant: MerchantId
    high_water_ms: int
    leases_frozen: bool
    perpetual_minor: int
    last_receipt: int
    last_shift: int


class Journal(Protocol):
    """The till's chained events."""

    def head(self) -> Head:
        """The end of the chain."""

    def append(self, draft: Draft) -> Event:
        """The draft sealed as the next event; in the second journal too once committed."""

    def event(self, event_id: EventId) -> Event | None:
        """The event with this id."""


@dataclass(frozen=True, slots=True)
class LentUnit:
    """What this till holds of a unit, over all wallets: how much, and in how many lots."""

    unit: Unit
    amount: int
    lots: int


class Ledger(Protocol):
    """Postings and the lease totals they move."""

    def post(self, event: Event, entries: Sequence[Entry]) -> None:
        """Post entries that balance; BrokenPromiseError where they do not or a lease would hold less than 0."""

    def grant(self, event: Event, grants: Sequence[Grant]) -> None:
        """Merge granted totals by maximum."""

    def leases(self, wallet: WalletId) -> Sequence[Lease]:
        """All leases of a wallet this till has ever had."""

    def moved_since(self, wallet: WalletId, seq: int) -> dict[Unit, int]:
        """By unit: what this till's events after `seq` added to `wallet` or took out of it."""

    def lent(self) -> Sequence[LentUnit]:
        """What this till holds in sum, by unit."""

    def idle_since(self, seq: int) -> Sequence[Lease]:
        """Leases that hold something and whose wallet no event after `seq` has touched."""


@dataclass(frozen=True, slots=True)
class SaleSummary:
    """One line in a list of recent sales."""

    id: SaleId
    receipt_number: str
    at: int
    total_minor: int
    member_name: str
    line_count: int
    refunded_minor: int


class Sales(Protocol):
    """Posted sales and refunds."""

    def record_sale(self, event: Event, sale: Sale) -> None:
        """Keep the sale's rows, count its receipt number and add to the perpetual total."""

    def record_refund(self, event: Event, refund: Refund) -> None:
        """Keep the refund's rows and what of the sale is used up by it (a CHECK refuses more than was sold)."""

    def take_over(self, event: Event, sale: Sale) -> None:
        """This till was lent the right to refund a sale of another one; the event says what was refunded before."""

    def find(self, receipt_number: str) -> SaleId | None:
        """The sale with this receipt number: of this till, or taken over from another."""

    def sale(self, sale_id: SaleId) -> Sale | None:
        """The sale, read from its event."""

    def refund(self, refund_id: SaleId) -> Refund | None:
        """The refund, read from its event."""

    def refunds_of(self, sale_id: SaleId) -> Sequence[Refund]:
        """Its refunds, oldest first."""

    def recent(self, limit: int) -> Sequence[SaleSummary]:
        """The last sales, newest first."""

    def recent_of(self, wallet: WalletId, limit: int) -> Sequence[SaleSummary]:
        """The last sales of a wallet, newest first."""

    def rows_of_shift(self, shift: ShiftId) -> Sequence[ReceiptRow]:
        """What the shift's figures are made of."""

    def visits_since(self, wallet: WalletId, seq: int) -> Visits:
        """What the wallet bought here in events after `seq`, and what came back since."""


@dataclass(frozen=True, slots=True)
class DealSummary:
    """One line in a list of a wallet's top-ups, refunds and transfers; `amount_minor` is always positive."""

    id: EventId
    kind: Kind
    receipt_number: str
    at: int
    amount_minor: int


class ValueDeals(Protocol):
    """Value bought, paid back and moved at this till."""

    def record(self, event: Event, deal: ValueDeal) -> None:
        """Keep the deal's rows and count its receipt number."""

    def deal(self, deal_id: EventId) -> ValueDeal | None:
        """One deal, read from its event."""

    def recent_of(self, wallet: WalletId, limit: int) -> Sequence[DealSummary]:
        """A wallet's deals here, newest first."""

    def rows_of_shift(self, shift: ShiftId) -> Sequence[DealRow]:
        """What the shift's figures of value are made of."""


class Cards(Protocol):
    """Cards changed at this till. They count until the directory has heard of event `seq` behind which they lie."""

    def change(self, event: Event, cards: Sequence[Card]) -> None:
        """Keep each card as it is now."""

    def card(self, number: CardNumber, since_seq: int) -> Card | None:
        """The card, if it was changed here after `since_seq`."""

    def of_wallet(self, wallet: WalletId, since_seq: int) -> Sequence[Card]:
        """The wallet's cards that were changed here after `since_seq`."""


class Sought(Enum):
    """By what a member is looked for; LETTERS are pinyin or its initials."""

    PHONE = "phone"
    LAST_FOUR = "last_four"
    NAME = "name"
    LETTERS = "letters"


@dataclass(frozen=True, slots=True)
class ToldFact:
    """What was told of a member here: by which event, on which business day."""

    told_by: EventId
    day: str
    fact: PeopleFact


class People(Protocol):
    """What was told of members at this till. It counts until the directory has heard of event `seq` behind it."""

    def record(self, event: Event, fact: PeopleFact) -> None:
        """Keep it."""

    def told_of(self, member: MemberId, since_seq: int) -> Sequence[ToldFact]:
        """What was told here of a member after `since_seq`, in its order."""

    def seek(self, sought: Sought, text: str, since_seq: int, limit: int) -> Sequence[MemberId]:
        """Who was told here after `since_seq` to have such a phone or name; the last one first."""


class CareNotes(Protocol):
    """Steps of care noted at this till."""

    def record(self, event: Event, noted: Care) -> None:
        """Keep it."""

    def followed_up(self, wallet: WalletId) -> frozenset[str]:
        """The follow-ups of a wallet that were ticked off here, by key."""

    def complaint_steps(self, wallet: WalletId | None = None) -> Sequence[CareNoted]:
        """Steps of complaints noted here, oldest first: of one wallet, or the last of all."""


class Past(Protocol):
    """What this till did, a piece at a time in its order. A place is an event's, and rises by one with each."""

    def span(self, day: str) -> tuple[int, int]:
        """The place before the first shift of an ISO day or later, and that of the last event."""

    def read(self, after: int, through: int, kinds: Collection[Kind]) -> Sequence[tuple[int, Event]]:
        """Events of these kinds behind place `after`, up to place `through`."""

    def place_of(self, seq: int) -> int:
        """The place of this epoch's event `seq`."""

    def spent_through(self, wallet: WalletId, place: int) -> int:
        """What the wallet bought here, less refunds, up to a place (minor units)."""


class Shifts(Protocol):
    """The drawer's shifts."""

    def current(self) -> Shift | None:
        """The open shift."""

    def open(self, event: Event, shift: Shift) -> None:
        """Begin a shift."""

    def close(self, event: Event, closed: ClosedShift) -> None:
        """End it."""

    def last_closed(self) -> ClosedShift | None:
        """The shift closed last."""

    def move_cash(self, event: Event, shift: ShiftId, movement: CashMovement) -> None:
        """Cash in or out."""

    def movements(self, shift: ShiftId) -> Sequence[CashMovement]:
        """The shift's cash movements."""

    def count_drawer_opening(self, shift: ShiftId) -> None:
        """The drawer was opened without a sale."""

    def drawer_openings(self, shift: ShiftId) -> int:
        """How often that was."""


class Staff(Protocol):
    """Who may sign on."""

    def operators(self) -> Sequence[Operator]:
        """Everybody, by name."""

    def operator(self, operator_id: OperatorId) -> Operator | None:
        """One person."""

    def pin_record(self, operator_id: OperatorId) -> PinRecord | None:
        """One person with PIN hash and tries."""

    def put(self, record: PinRecord) -> None:
        """Add or replace a person."""

    def remove(self, operator_id: OperatorId) -> None:
        """This person signs on no more."""

    def save_tries(self, operator_id: OperatorId, failures: int, locked_until: int) -> None:
        """Remember wrong PINs; it must survive a restart."""


class Products(Protocol):
    """The catalogue as this till has it."""

    def by_gtin(self, gtin: str) -> Product | None:
        """The product with this normalised GTIN."""

    def by_plu(self, plu: str) -> Product | None:
        """The weighed product with this PLU."""

    def by_id(self, product_id: ProductId) -> Product | None:
        """One product."""

    def search(self, text: str, limit: int) -> Sequence[Product]:
        """By part of the name, by pinyin initials, or by the beginning of the code."""

    def quick_keys(self) -> Sequence[Product]:
        """The products on quick keys, in their order."""

    def version(self) -> int:
        """The catalogue's version."""

    def replace_all(self, products: Sequence[Product], version: int) -> None:
        """Put this catalogue in place of the old one."""

    def put(self, item: Product) -> None:
        """Add or replace one; a code that another product had is this one's now."""

    def remove(self, product_id: ProductId) -> None:
        """There is no such product any more."""


class SlipKind(StrEnum):
    """What is to be printed."""

    SALE = "sale"
    GIFT = "gift"
    REFUND = "refund"
    VALUE = "value"
    X_REPORT = "x_report"
    Z_REPORT = "z_report"
    TEST = "test"
    DRAWER = "drawer"


class SlipState(StrEnum):
    """Where a slip stands. BEGUN: bytes had left when the printer failed or the till stopped."""

    WAITING = "waiting"
    BEGUN = "begun"
    PRINTED = "printed"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Slip:
    """One job of the print spool. `about` is the id of the sale, refund or shift; `content` what no event holds."""

    id: int
    kind: SlipKind
    about: str
    state: SlipState
    is_reprint: bool
    kick_drawer: bool
    attempts: int
    content: Json | None = None


class Spool(Protocol):
    """Slips that wait for the printer."""

    def add(
        self,
        kind: SlipKind,
        about: str,
        *,
        kick_drawer: bool = False,
        is_reprint: bool = False,
        content: Json | None = None,
    ) -> int:
        """Queue a slip; its id."""

    def next(self) -> Slip | None:
        """The oldest slip not yet printed or dropped."""

    def mark(self, slip_id: int, state: SlipState) -> None:
        """Note where it stands now; marking it BEGUN counts an attempt."""

    def waiting(self) -> Sequence[Slip]:
        """All not yet printed or dropped, oldest first."""


@dataclass(frozen=True, slots=True)
class HeldBasket:
    """A basket set aside; `content` is its lines and card as JSON (`app.services.hold_basket`)."""

    id: int
    label: str
    held_at: int
    operator: OperatorId
    content: Json


class HeldBaskets(Protocol):
    """Baskets set aside for a moment."""

    def hold(self, label: str, held_at: int, operator: OperatorId, content: Json) -> int:
        """Keep one; its id."""

    def all(self) -> Sequence[HeldBasket]:
        """All, oldest first."""

    def take(self, held_id: int) -> HeldBasket | None:
        """Take one back out."""


class Config(Protocol):
    """Settings and programmes, as text with a name."""

    def get(self, name: str) -> str | None:
        """The text under `name`."""

    def put(self, name: str, text: str) -> None:
        """Keep a text under `name`."""


@dataclass(frozen=True, slots=True)
class FedRow:
    """A row as of change `n` of its stream (0: to be told anew), its content as JSON."""

    n: int
    content: str


class Fed(Protocol):
    """Rows that head office has sent down the streams, as they came; what they mean here is written beside them."""

    def row(self, stream: str, row_id: str) -> FedRow | None:
        """One row."""

    def rows(self, stream: str) -> Mapping[str, FedRow]:
        """All rows of a stream, by id."""

    def put(self, stream: str, row_id: str, row: FedRow) -> None:
        """Keep a row as it is now."""

    def remove(self, stream: str, row_id: str) -> None:
        """The row is gone."""

    def doubt(self, stream: str) -> None:
        """Whether any row of the stream is still there is to be told anew: their numbers become 0."""

    def doubted(self, stream: str) -> Sequence[str]:
        """The rows that were not told anew so far."""


class UnitOfWork(Protocol):
    """Everything one use case reads and writes, whole or not at all."""

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

    def state(self) -> TillState:
        """What the till knows of itself."""

    def note_clock(self, high_water_ms: int, *, leases_frozen: bool) -> None:
        """Keep the clock's high-water mark and whether stored value is frozen by a clock doubt."""

    def commit(self) -> None:
        """Make it durable in both journals; raises StoreFullError or StoreUnavailableError, and nothing is kept."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...


class Store(Protocol):
    """Opens units of work. Used on the database worker only: there is one writer."""

    def unit_of_work(self) -> UnitOfWork:
        """A new unit of work."""
