"""A refund from the receipt number to the money in hand."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import pytest

from app.domain.errors import Refused, Why
from app.domain.lease import Grant
from app.domain.ledger import POINTS, Lot, Unit
from app.domain.sale.facts import Refund
from app.domain.sale.refund import Refundable
from app.domain.staff import Approval, Permission
from app.ports.head_office import Lending, Lent, Line, OfficeStatus, Says
from app.ports.store import SlipKind
from app.services.refund_sale import RecentSale
from app.ui.refund.presenter import RefundDesk
from app.ui.tender.value_desk import ValueDesk
from tests.app.ui.conftest import session_of
from tests.app.ui.memory_office import FollowsAtOnce, MemoryOffice
from tests.app.ui.memory_shop import APPLES, CASHIER, MANAGER, TEA, TOAST, ZHANG, AtOnce, Later, MemoryShop, memory_shop

ALLOWED = Approval(Permission.REFUND, CASHIER.id, MANAGER.id, "买错了")


@dataclass
class Screen:
    """Remembers what it was told; approves at once unless told otherwise."""

    recent: Sequence[RecentSale] = ()
    left: Refundable | None = None
    picked: list[tuple[dict[int, int], Refund | None]] = field(default_factory=list)
    done: list[Refund] = field(default_factory=list)
    refusals: list[Why] = field(default_factory=list)
    advanced: list[int] = field(default_factory=list)
    approves: bool = True

    def show_recent(self, sales: Sequence[RecentSale]) -> None:
        self.recent = sales

    def show_sale(self, left: Refundable) -> None:
        self.left = left

    def show_advanced(self, amount_minor: int) -> None:
        self.advanced.append(amount_minor)

    def show_no_sale(self) -> None:
        self.left = None

    def show_picked(self, quantities: dict[int, int], preview: Refund | None) -> None:
        self.picked.append((quantities, preview))

    def ask_approval(self, preview: Refund, permission: Permission, then: Callable[[Approval], None]) -> None:
        assert permission is Permission.REFUND
        if self.approves:
            then(ALLOWED)

    def show_done(self, refund: Refund) -> None:
        self.done.append(refund)

    def show_refusal(self, refused: Refused) -> None:
        self.refusals.append(refused.why)


@pytest.fixture
def shop() -> MemoryShop:
    shop = memory_shop()
    shop.open_shift()
    return shop


def desk_at(shop: MemoryShop) -> tuple[RefundDesk, Screen]:
    screen = Screen()
    return RefundDesk(screen, AtOnce(), shop.use_cases, lambda _: False), screen


def preview_of(screen: Screen) -> Refund:
    preview = screen.picked[-1][1]
    assert preview is not None
    return preview


def test_the_last_sales_are_listed_newest_first(shop: MemoryShop) -> None:
    first, second = shop.sell((TEA, 1000)), shop.sell((TOAST, 1000))
    desk, screen = desk_at(shop)
    desk.load()
    assert [each.sale.id for each in screen.recent] == [second.id, first.id]


@pytest.mark.parametrize("spelling", ["{}", "MT:{}", "  {} "])
def test_a_sale_is_found_by_number_and_by_its_code(shop: MemoryShop, spelling: str) -> None:
    sale = shop.sell((TEA, 1000))
    desk, screen = desk_at(shop)
    desk.find(spelling.format(sale.origin.receipt_number.lower()))
    assert screen.left is not None
    assert screen.left.sale == sale


def test_an_unknown_number_says_so_and_nothing_typed_says_nothing(shop: MemoryShop) -> None:
    desk, screen = desk_at(shop)
    desk.find("T1-1-999999")
    desk.find(" ")
    assert screen.refusals == [Why.SALE_UNKNOWN]


def test_the_preview_is_what_is_paid_back(shop: MemoryShop) -> None:
    sale = shop.sell((TEA, 3000), (TOAST, 1000), view=shop.view(), tender="wechat")
    desk, screen = desk_at(shop)
    desk.find(sale.origin.receipt_number)
    desk.step(1, 1)
    desk.step(1, 1)
    desk.step(2, 1)
    preview = preview_of(screen)
    desk.refund()
    (refund,) = screen.done
    assert refund.lines == preview.lines
    assert [(t.kind, t.amount_minor) for t in refund.tenders] == [(t.kind, t.amount_minor) for t in preview.tenders]
    assert refund.points == preview.points > 0
    assert shop.store.spool.waiting()[-1].kind is SlipKind.REFUND


def test_pieces_stay_between_nothing_and_what_is_left(shop: MemoryShop) -> None:
    sale = shop.sell((TEA, 2000))
    desk, screen = desk_at(shop)
    desk.find(sale.origin.receipt_number)
    for _ in range(4):
        desk.step(1, 1)
    assert screen.picked[-1][0] == {1: 2000}
    for _ in range(4):
        desk.step(1, -1)
    assert screen.picked[-1] == ({1: 0}, None)
    desk.step(7, 1)
    assert screen.picked[-1] == ({1: 0}, None)


def test_weighed_goods_come_back_whole(shop: MemoryShop) -> None:
    sale = shop.sell((APPLES, 1235))
    desk, screen = desk_at(shop)
    desk.find(sale.origin.receipt_number)
    desk.step(1, 1)
    assert screen.picked[-1][0] == {1: 1235}
    desk.step(1, -1)
    assert screen.picked[-1][0] == {1: 0}


def test_all_and_nothing(shop: MemoryShop) -> None:
    sale = shop.sell((TEA, 2000), (TOAST, 1000))
    desk, screen = desk_at(shop)
    desk.find(sale.origin.receipt_number)
    desk.pick_all()
    assert preview_of(screen).total_minor == sale.total_minor
    desk.pick_nothing()
    desk.refund()
    assert screen.refusals == [Why.REFUND_NOTHING]


def test_without_approval_nothing_happens(shop: MemoryShop) -> None:
    sale = shop.sell((TEA, 1000))
    desk, screen = desk_at(shop)
    screen.approves = False
    desk.find(sale.origin.receipt_number)
    desk.pick_all()
    desk.refund()
    assert (screen.done, shop.store.sales.refunds) == ([], {})


def test_what_went_back_cannot_go_back_again(shop: MemoryShop) -> None:
    sale = shop.sell((TEA, 1000))
    desk, screen = desk_at(shop)
    desk.find(sale.origin.receipt_number)
    desk.pick_all()
    desk.refund()
    desk.find(sale.origin.receipt_number)
    desk.pick_all()
    desk.refund()
    assert len(screen.done) == 1
    assert screen.refusals == [Why.REFUND_NOTHING]


def test_a_double_press_pays_back_once(shop: MemoryShop) -> None:
    sale = shop.sell((TEA, 2000))
    screen, later = Screen(), Later()
    desk = RefundDesk(screen, later, shop.use_cases, lambda _: False)
    desk.find(sale.origin.receipt_number)
    later.let_go()
    desk.step(1, 1)
    desk.refund()
    desk.refund()
    assert len(later.waiting) == 1


@pytest.mark.parametrize("comes", [True, False])
def test_points_that_lie_elsewhere_are_asked_for_before_they_are_owed(shop: MemoryShop, *, comes: bool) -> None:
    sale = shop.sell((TEA, 3000), view=shop.view(), tender="wechat")
    ledger = shop.store.ledger
    ledger.accounts = {
        key: lease.with_return(lease.held) if lease.unit == POINTS else lease for key, lease in ledger.accounts.items()
    }
    office = MemoryOffice(status=OfficeStatus(line=Line.ONLINE, says=Says.OK))
    screen = Screen()
    asks = ValueDesk(Asks(), office, FollowsAtOnce(), session_of(shop), lambda then: then())
    desk = RefundDesk(screen, AtOnce(), shop.use_cases, lambda _: False, desk=asks)
    desk.find(sale.origin.receipt_number)
    desk.pick_all()
    desk.refund()
    assert (office.asked, office.units) == ([(ZHANG.wallet, sale.points)], [(POINTS,)])
    assert not screen.done
    if comes:
        ledger.grant(shop.store.journal.events[-1], [Grant(ZHANG.wallet, POINTS, Lot("here"), sale.points)])
    office.answers[-1].set_result(Lent(Lending.LENT if comes else Lending.SHORT))
    (refund,) = screen.done
    assert sum(part.amount for part in refund.debt) == (0 if comes else sale.points)
    assert refund.points == sale.points > 0


class Asks:
    """Head office is asked out of sight."""

    def show_asking(self, missing: int, unit: Unit) -> None:
        assert (missing > 0, unit) == (True, POINTS)

    def hide_asking(self) -> None:
        pass
