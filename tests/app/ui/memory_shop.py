"""A small shop for the screens' tests and pictures: real use cases over memory, three people, a few members."""

import tomllib
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, TypeVar

from app.domain.basket import Basket
from app.domain.catalogue import Measure, Product
from app.domain.codes import CardKind, CardRule, CodeRules
from app.domain.errors import Refused
from app.domain.ids import CardNumber, MemberId, OperatorId, ProductId, TierId, WalletId
from app.domain.journal import Draft, Kind
from app.domain.lease import Grant
from app.domain.ledger import BONUS, POINTS, PRINCIPAL, Lot, Unit
from app.domain.member import Card, CardState, Member, MemberView
from app.domain.pricing import price
from app.domain.programme.file import read_programme
from app.domain.programme.model import Programme
from app.domain.sale.facts import Sale
from app.domain.staff import Operator, PinRecord, Role
from app.domain.tender import Tendered
from app.paths import resources_dir
from app.ports.directory import DirectoryMark
from app.services.approve import Approve
from app.services.change_settings import CONFIG_NAME, ChangeSettings
from app.services.close_shift import CloseShift
from app.services.confirm_clock import ConfirmClock
from app.services.find_members import FindMembers
from app.services.hold_basket import HoldBasket
from app.services.keep_basket import KeepBasket
from app.services.lay_out_slip import LayOutSlip, Stationery
from app.services.list_products import ListProducts
from app.services.look_up import LookUp
from app.services.move_cash import MoveCash
from app.services.name_slips import NameSlips
from app.services.open_shift import OpenShift
from app.services.post_sale import PostSale, SaleRequest
from app.services.print_slips import PrintSlips
from app.services.refund_sale import RefundSale
from app.services.report_till import ReportTill
from app.services.sign_on import SignOn
from app.services.stamp import Recorder
from app.services.use_cases import UseCases
from app.services.view_member import ViewMember
from app.settings import ShopSettings
from tests.app.ui.memory_store import MemoryStore

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
_EVER = Lot("topup:1")


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


@dataclass
class MemoryDirectory:
    """A handful of members and cards."""

    members: Sequence[Member] = MEMBERS
    cards: Sequence[Card] = (
        Card(CardNumber(GOLD_CARD), ZHANG.wallet, ZHANG.id),
        Card(CardNumber(LOST_CARD), ZHANG.wallet, ZHANG.id, CardState.LOST),
        Card(CardNumber(ANONYMOUS_CARD), WalletId("w9"), None),
    )
    held: Mapping[WalletId, Mapping[Unit, int]] = field(
        default_factory=lambda: {
            ZHANG.wallet: {PRINCIPAL: 50_000, BONUS: 8_000, POINTS: 1_260},
            WalletId("w2"): {POINTS: 320},
            WalletId("w9"): {PRINCIPAL: 20_000},
        }
    )

    def mark(self) -> DirectoryMark:
        """From before the till's first event but its opening grants."""
        return DirectoryMark(1, 1)

    def card(self, number: CardNumber) -> Card | None:
        """By number."""
        return next((card for card in self.cards if card.number == number), None)

    def cards_of(self, wallet: WalletId) -> Sequence[Card]:
        """Of one wallet."""
        return [card for card in self.cards if card.wallet == wallet]

    def member(self, member_id: MemberId) -> Member | None:
        """By id."""
        return next((each for each in self.members if each.id == member_id), None)

    def balances(self, wallet: WalletId) -> Mapping[Unit, int]:
        """By unit."""
        return self.held.get(wallet, {})

    def by_phone(self, phone: str, limit: int) -> Sequence[Member]:
        """Exactly."""
        return [each for each in self.members if each.phone == phone][:limit]

    def by_last_four(self, digits: str, limit: int, surname: str = "") -> Sequence[Member]:
        """By the last four digits."""
        fit = [each for each in self.members if each.phone.endswith(digits) and each.name.startswith(surname)]
        return fit[:limit]

    def by_name(self, prefix: str, limit: int) -> Sequence[Member]:
        """By its beginning."""
        return [each for each in self.members if each.name.startswith(prefix)][:limit]

    def by_initials(self, letters: str, limit: int) -> Sequence[Member]:
        """By hand-written initials."""
        initials = {"m1": "zsf", "m2": "zs", "m3": "zsy", "m4": "oymy"}
        return [each for each in self.members if initials[each.id].startswith(letters)][:limit]

    def by_pinyin(self, letters: str, limit: int) -> Sequence[Member]:
        """Nobody."""
        return ()


@dataclass
class StillClock:
    """A clock that stands until it is moved: 2026-03-06 15:20:00 in Shanghai."""

    now: int = 1_772_781_600_000

    def now_ms(self) -> int:
        """The moment."""
        return self.now

    def monotonic_ms(self) -> int:
        """The same hand."""
        return self.now

    def local_date(self, at_ms: int) -> str:
        """The shop's date."""
        return self.local_time(at_ms)[:10]

    def local_time(self, at_ms: int) -> str:
        """The shop's time."""
        return f"{datetime.fromtimestamp(at_ms / 1000, tz=UTC).astimezone():%Y-%m-%d %H:%M:%S}"


class CountedBytes:
    """Chance that can be foretold."""

    def __init__(self) -> None:
        self._count = 0

    def bytes(self, count: int) -> bytes:
        """The next number."""
        self._count += 1
        return self._count.to_bytes(count, "big")


class PlainHasher:
    """PINs as they are: fast, and for tests only."""

    def hash(self, pin: str) -> str:
        """The PIN itself."""
        return pin

    def verify(self, pin_hash: str, pin: str) -> bool:
        """Whether it is the one."""
        return pin_hash == pin


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


def demo_programme() -> Programme:
    """The demo shop's programme."""
    return read_programme((resources_dir() / "programmes" / "demo.toml").read_text(encoding="utf-8"))


def words(language: str = "zh_CN") -> Mapping[str, str]:
    """The words of reasons and slips, by dotted key."""
    return _flat(tomllib.loads((resources_dir() / "words" / f"{language}.toml").read_text(encoding="utf-8")))


def _flat(tree: Mapping[str, Any], prefix: str = "") -> dict[str, str]:
    flat: dict[str, str] = {}
    for key, value in tree.items():
        if isinstance(value, Mapping):
            flat |= _flat(value, f"{prefix}{key}.")
        else:
            flat[prefix + key] = str(value)
    return flat


@dataclass
class MemoryShop:
    """The shop: its store to look into, its use cases to work with."""

    store: MemoryStore
    use_cases: UseCases
    programme: Programme
    clock: StillClock

    def open_shift(self, float_minor: int = 30_000) -> None:
        """Open with a float."""
        assert not isinstance(self.use_cases.open_shift(CASHIER, float_minor), Refused)

    def sell(self, *goods: tuple[Product, int], view: MemberView | None = None, tender: str = "cash") -> Sale:
        """Sell goods by thousandths, paid to the cent."""
        basket = Basket(member=view)
        for product, quantity in goods:
            basket = basket.add(product, quantity)
        total = price(basket, self.programme, "2026-03-06").total_minor
        kind = self.programme.tender_kind(tender)
        assert kind is not None
        paid = Tendered(tender, kind.type, total, "4200001234" if kind.asks_reference else "")
        sale = self.use_cases.post_sale(SaleRequest(CASHIER, basket, self.programme, (paid,), total))
        assert isinstance(sale, Sale), sale
        self.clock.now += 47_000
        return sale

    def view(self, member_id: MemberId = ZHANG.id) -> MemberView:
        """A member as the till sees them."""
        view = self.use_cases.view_member.by_member(member_id)
        assert isinstance(view, MemberView)
        return view


def memory_shop() -> MemoryShop:
    """A shop before its first shift, with value of member 1 lent to this till."""
    store, directory, clock, programme = MemoryStore(), MemoryDirectory(), StillClock(), demo_programme()
    recorder, hasher = Recorder(clock, CountedBytes()), PlainHasher()
    store.products.products = [TOAST, TEA, CREAM, APPLES]
    for person in (CASHIER, MANAGER, SUPERVISOR):
        store.staff.put(PinRecord(person, PINS[person.id]))
    _lend(store, recorder)
    rules = CodeRules((CardRule("88", 12, luhn=True), CardRule("99", 12, CardKind.STORED_VALUE, luhn=True)))
    view_member = ViewMember(store, directory, recorder)
    find_members = FindMembers(directory)
    stationery = Stationery({"zh_CN": words("zh_CN"), "en": words("en")}, {"generic-80": 48, "generic-58": 32})
    lay_out = LayOutSlip(directory, recorder, programme, stationery)
    settings = ShopSettings(shop_name="小满生活", shop_address="杭州市西湖区文三路 88 号", shop_phone="0571-88880000")
    store.config.put(CONFIG_NAME, settings.model_dump_json())
    use_cases = UseCases(
        sign_on=SignOn(store, recorder, hasher),
        approve=Approve(store, recorder, hasher),
        open_shift=OpenShift(store, recorder),
        close_shift=CloseShift(store, recorder),
        report_till=ReportTill(store),
        move_cash=MoveCash(store, recorder),
        look_up=LookUp(store, view_member, find_members, rules),
        list_products=ListProducts(store),
        find_members=find_members,
        view_member=view_member,
        hold_basket=HoldBasket(store, recorder, view_member),
        keep_basket=KeepBasket(store, view_member),
        post_sale=PostSale(store, directory, recorder),
        refund_sale=RefundSale(store, recorder),
        print_slips=PrintSlips(store, lay_out),
        name_slips=NameSlips(store),
        confirm_clock=ConfirmClock(store, recorder),
        change_settings=ChangeSettings(store),
    )
    return MemoryShop(store, use_cases, programme, clock)


def _lend(store: MemoryStore, recorder: Recorder) -> None:
    draft = Draft(recorder.new_id(0), Kind.LEASE_GRANTED, 0, "2026-03-06", {})
    event = store.journal.append(draft)
    grants = [
        Grant(ZHANG.wallet, PRINCIPAL, _EVER, 30_000),
        Grant(ZHANG.wallet, BONUS, _EVER, 8_000),
        Grant(ZHANG.wallet, POINTS, _EVER, 1_000),
        Grant(WalletId("w9"), PRINCIPAL, _EVER, 20_000),
    ]
    store.ledger.grant(event, grants)
