"""A small shop for the screens' tests and pictures: real use cases over memory, three people, a few members."""

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypeVar

from app.bootstrap.wiring import Outside, ShopRules, wire
from app.domain.basket import Basket
from app.domain.catalogue import Measure, Product
from app.domain.errors import Refused
from app.domain.ids import CardNumber, EventId, MemberId, OperatorId, ProductId, TierId, WalletId, uuid7
from app.domain.journal import Draft, Kind
from app.domain.lease import Grant
from app.domain.ledger import BONUS, POINTS, PRINCIPAL, Lot
from app.domain.member import Card, CardState, Member, MemberView
from app.domain.pricing import price
from app.domain.programme.file import read_programme
from app.domain.programme.model import Programme
from app.domain.programme.scene import Moment
from app.domain.sale.facts import Sale
from app.domain.staff import Operator, PinRecord, Role
from app.domain.tender import Tendered
from app.paths import resources_dir
from app.services.change_settings import CONFIG_NAME
from app.services.post_sale import SaleRequest
from app.services.use_cases import UseCases
from app.settings import ShopSettings
from app.storage.templates import TemplateFolders
from app.ui.words import read_all_words
from tests.app.outside import CountedBytes, FixedClock, ListedMembers, PlainPins
from tests.app.ui.memory.store import MemoryStore

Result = TypeVar("Result")

CASHIER = Operator(OperatorId("lin"), "林小满", Role.CASHIER)
MANAGER = Operator(OperatorId("chen"), "陈静", Role.MANAGER)
SUPERVISOR = Operator(OperatorId("wang"), "王海", Role.SUPERVISOR)
PINS: Mapping[str, str] = {CASHIER.id: "1234", MANAGER.id: "2468", SUPERVISOR.id: "1357"}

TOAST = Product(
    ProductId("G1"), "原味吐司 450g", 1280, gtin="6971088610372", category="bakery",
    member_price_minor=1080, tax_rate_basis_points=1300, initials="ywts", quick_key=True,
)  # fmt: skip
TEA = Product(
    ProductId("G2"), "冷泡乌龙茶 500ml", 650, gtin="6971088620012", category="drinks",
    tax_rate_basis_points=1300, initials="lpwlc", quick_key=True,
)  # fmt: skip
CREAM = Product(
    ProductId("G3"), "茉莉护手霜 60g", 5900, gtin="6971088630011", category="beauty",
    member_price_minor=4900, tax_rate_basis_points=1300, initials="mlhss",
)  # fmt: skip
APPLES = Product(
    ProductId("G4"), "洛川苹果", 1380, Measure.KILOGRAM, plu="00123", category="fruit",
    tax_rate_basis_points=900, initials="lcpg", quick_key=True,
)  # fmt: skip

GOLD_CARD = "880000000013"
LOST_CARD = "880000000021"
ANONYMOUS_CARD = "990000000010"
CHIP_CARD = "04A1B2C3"
_EVER = Lot("topup:1")
AFTERNOON = 1_772_781_600_000  # 2026-03-06 15:20:00 in Shanghai


def member(
    number: int, name: str, phone: str, tier: str = "silver", spend: int = 0, visit: str = "2026-03-01"
) -> Member:
    """A member with a wallet of the same number."""
    return Member(
        MemberId(f"m{number}"), WalletId(f"w{number}"), name, phone, TierId(tier), "1991-04-18", "2024-06-01", visit,
        {"spend": spend},
    )  # fmt: skip


ZHANG = member(1, "张三丰", "13812345678", "gold", 412_350)
MEMBERS: Sequence[Member] = (
    ZHANG,
    member(2, "赵思", "13912345678", spend=64_200),
    member(3, "周舒怡", "13700005678", spend=3_150, visit="2025-08-30"),
    member(4, "欧阳明月", "13611112222", "black", 1_200_000),
)


class AtOnce:
    """Runs work where it stands: for presenters without threads."""

    def __init__(self) -> None:
        self.errors: list[BaseException] = []

    def run(
        self,
        work: Callable[[], Result],
        then: Callable[[Result], None],
        failed: Callable[[BaseException], None] | None = None,
    ) -> None:
        """Do it now."""
        try:
            result = work()
        except Exception as error:  # the real runner takes anything as well
            self.errors.append(error)
            if failed:
                failed(error)
            return
        then(result)


class Later(AtOnce):
    """Keeps work until it is let go, so that answers can come late or out of order."""

    def __init__(self) -> None:
        super().__init__()
        self.waiting: list[Callable[[], None]] = []

    def run(
        self,
        work: Callable[[], Result],
        then: Callable[[Result], None],
        failed: Callable[[BaseException], None] | None = None,
    ) -> None:
        """Keep it."""
        self.waiting.append(lambda: AtOnce.run(self, work, then, failed))

    def let_go(self, index: int = 0) -> None:
        """Run one of those kept."""
        self.waiting.pop(index)()


class WorkerAtOnce:
    """A worker without a thread."""

    def submit(self, work: Callable[[], Result]) -> "Future[Result]":
        """Done when it returns."""
        future: Future[Result] = Future()
        try:
            future.set_result(work())
        except Exception as error:  # as a thread's future would keep it
            future.set_exception(error)
        return future


@cache
def demo_programme() -> Programme:
    """The demo shop's programme, read once for all tests of the screens."""
    return read_programme((resources_dir() / "programmes" / "demo.toml").read_text(encoding="utf-8"))


@dataclass
class MemoryShop:
    """The shop: its store to look into, its use cases to work with."""

    store: MemoryStore
    use_cases: UseCases
    programme: Programme
    clock: FixedClock

    def open_shift(self, float_minor: int = 30_000) -> None:
        """Open with a float."""
        assert not isinstance(self.use_cases.open_shift(CASHIER, float_minor), Refused)

    def sell(self, *goods: tuple[Product, int], view: MemberView | None = None, tender: str = "cash") -> Sale:
        """Sell goods by thousandths, paid to the cent."""
        basket = Basket(member=view)
        for product, quantity in goods:
            basket = basket.add(product, quantity)
        total = price(basket, self.programme, Moment("2026-03-06")).total_minor
        kind = self.programme.tender_kind(tender)
        assert kind is not None
        paid = Tendered(tender, kind.type, total, "4200001234" if kind.asks_reference else "")
        sale = self.use_cases.post_sale(SaleRequest(CASHIER, basket, self.programme, (paid,), total))
        assert isinstance(sale, Sale), sale
        self.clock.pass_ms(47_000)
        return sale

    def view(self, member_id: MemberId = ZHANG.id) -> MemberView:
        """A member as the till sees them."""
        view = self.use_cases.view_member.by_member(member_id)
        assert isinstance(view, MemberView)
        return view


def memory_shop() -> MemoryShop:
    """A shop before its first shift, with value of member 1 lent to this till."""
    store, clock, programme = MemoryStore(), FixedClock(AFTERNOON), demo_programme()
    chance, hasher = CountedBytes(), PlainPins()
    store.products.products = [TOAST, TEA, CREAM, APPLES]
    for person in (CASHIER, MANAGER, SUPERVISOR):
        store.staff.put(PinRecord(person, hasher.hash(PINS[person.id])))
    _lend(store, EventId(uuid7(0, chance.bytes(10))))
    settings = ShopSettings(shop_name="小满生活", shop_address="杭州市西湖区文三路 88 号", shop_phone="0571-88880000")
    store.config.put(CONFIG_NAME, settings.model_dump_json())
    words = read_all_words()
    templates = TemplateFolders(resources_dir() / "receipts", Path("no", "files"), words)
    rules = ShopRules(settings, programme, words, {"generic-80": 48, "generic-58": 32}, templates)
    use_cases = wire(Outside(store, _directory(), clock, chance, hasher), rules)
    return MemoryShop(store, use_cases, programme, clock)


def _lend(store: MemoryStore, event_id: EventId) -> None:
    draft = Draft(event_id, Kind.LEASE_GRANTED, 0, "2026-03-06", {})
    event = store.journal.append(draft)
    grants = [
        Grant(ZHANG.wallet, PRINCIPAL, _EVER, 30_000),
        Grant(ZHANG.wallet, BONUS, _EVER, 8_000),
        Grant(ZHANG.wallet, POINTS, _EVER, 1_000),
        Grant(WalletId("w9"), PRINCIPAL, _EVER, 20_000),
    ]
    store.ledger.grant(event, grants)


def _directory() -> ListedMembers:
    """A handful of members and cards, from before the till's first event but its opening grants."""
    cards = (
        Card(CardNumber(GOLD_CARD), ZHANG.wallet, ZHANG.id),
        Card(CardNumber(LOST_CARD), ZHANG.wallet, ZHANG.id, CardState.LOST),
        Card(CardNumber(ANONYMOUS_CARD), WalletId("w9"), None),
        Card(CardNumber(CHIP_CARD), WalletId("w3"), MemberId("m3")),
    )
    amounts = {
        ZHANG.wallet: {PRINCIPAL: 50_000, BONUS: 8_000, POINTS: 1_260},
        WalletId("w2"): {POINTS: 320},
        WalletId("w9"): {PRINCIPAL: 20_000},
    }
    initials = zip(MEMBERS, ("zsf", "zs", "zsy", "oymy"), strict=True)
    return ListedMembers(
        {each.id: each for each in MEMBERS},
        {card.number: card for card in cards},
        amounts,
        {each.id: (letters, "") for each, letters in initials},
        applied_seq=1,
    )
