"""A shift from float to Z report."""

from dataclasses import dataclass, field

import pytest

from app.domain.errors import Refused, Why
from app.domain.figures.till_day import TillDay
from app.domain.shift import CashDirection, CashMovement, ClosedShift, Shift
from app.domain.staff import Approval, Operator, Permission
from app.ports.store import SlipKind
from app.ui.shift.presenter import ShiftDesk
from tests.app.ui.memory_shop import CASHIER, MANAGER, TEA, AtOnce, Later, MemoryShop, memory_shop

MAY_MOVE = Approval(Permission.CASH_MOVEMENT, CASHIER.id, MANAGER.id, "买零钱")
MAY_READ = Approval(Permission.READ_X, CASHIER.id, MANAGER.id, "")


@dataclass
class Screen:
    """Remembers what it was told."""

    told: list[str] = field(default_factory=list)
    results: list[tuple[ClosedShift, TillDay]] = field(default_factory=list)
    reports: list[TillDay] = field(default_factory=list)
    refusals: list[Why] = field(default_factory=list)

    def show_closed(self) -> None:
        self.told.append("closed")

    def show_open(self, shift: Shift) -> None:
        self.told.append("open")

    def show_opened(self, shift: Shift) -> None:
        self.told.append("opened")

    def show_report(self, shift: Shift, figures: TillDay) -> None:
        self.reports.append(figures)

    def show_result(self, closed: ClosedShift, figures: TillDay) -> None:
        self.results.append((closed, figures))

    def show_moved(self, movement: CashMovement) -> None:
        self.told.append(f"moved {movement.signed_minor}")

    def show_drawer_opened(self) -> None:
        self.told.append("drawer")

    def show_queued(self) -> None:
        self.told.append("queued")

    def show_refusal(self, refused: Refused) -> None:
        self.refusals.append(refused.why)


@dataclass
class Bench:
    """A desk with its screen and what the shell was told."""

    shop: MemoryShop
    operator: Operator = CASHIER
    screen: Screen = field(default_factory=Screen)
    shifts: list[Shift | None] = field(default_factory=list)
    tasks: AtOnce = field(default_factory=AtOnce)

    def desk(self) -> ShiftDesk:
        return ShiftDesk(self.screen, self.tasks, self.shop.use_cases, self.operator, self.shifts.append)


@pytest.fixture
def bench() -> Bench:
    return Bench(memory_shop())


def test_open_with_a_float(bench: Bench) -> None:
    desk = bench.desk()
    desk.load()
    desk.open(None)
    desk.open(30_000)
    assert bench.screen.told == ["closed", "opened"]
    assert bench.screen.refusals == [Why.AMOUNT_NOT_POSITIVE]
    assert [shift.float_minor for shift in bench.shifts if shift] == [30_000]


def test_a_blind_count_then_over_or_short(bench: Bench) -> None:
    desk = bench.desk()
    desk.open(30_000)
    sale = bench.shop.sell((TEA, 2000))
    desk.close(30_000 + sale.total_minor - 50)
    ((closed, figures),) = bench.screen.results
    assert closed.over_short_minor == -50
    assert figures.sales_minor == sale.total_minor
    assert bench.shifts[-1] is None
    assert bench.shop.store.spool.waiting()[-1].kind is SlipKind.Z_REPORT


def test_the_count_stays_blind_for_a_cashier(bench: Bench) -> None:
    desk = bench.desk()
    desk.open(30_000)
    desk.report()
    assert (bench.screen.reports, bench.screen.refusals) == ([], [Why.NOT_PERMITTED])


def test_a_manager_reads_and_prints_the_x_report(bench: Bench) -> None:
    bench.operator = MANAGER
    desk = bench.desk()
    desk.open(30_000)
    desk.report()
    desk.print_out()
    assert bench.screen.reports[0].float_minor == 30_000
    assert bench.screen.told[-1] == "queued"
    assert bench.shop.store.spool.waiting()[-1].kind is SlipKind.X_REPORT


def test_what_a_cashier_was_let_read_is_printed_too(bench: Bench) -> None:
    desk = bench.desk()
    desk.open(30_000)
    desk.report(MAY_READ)
    desk.print_out()
    assert bench.screen.refusals == []
    assert bench.shop.store.spool.waiting()[-1].kind is SlipKind.X_REPORT


def test_after_the_close_the_shift_slip_is_printed_and_says_when_it_was_printed_before(bench: Bench) -> None:
    desk = bench.desk()
    desk.open(30_000)
    desk.close(30_000)
    desk.print_out()
    desk.print_out()
    first, again = bench.shop.store.spool.waiting()[-2:]
    shift = bench.screen.results[0][0].shift
    assert (first.kind, first.about, first.is_reprint) == (SlipKind.SHIFT, shift.id, False)
    assert (again.kind, again.about, again.is_reprint) == (SlipKind.SHIFT, shift.id, True)
    assert bench.screen.told[-1] == "queued"


def test_cash_in_and_out_and_the_drawer(bench: Bench) -> None:
    desk = bench.desk()
    desk.open(30_000)
    desk.move_cash(MAY_MOVE, CashDirection.PAID_OUT, 5_000)
    desk.move_cash(MAY_MOVE, CashDirection.PAID_IN, 0)
    desk.open_drawer(Approval(Permission.OPEN_DRAWER, CASHIER.id, MANAGER.id, "换零钱"))
    assert bench.screen.told[1:] == ["moved -5000", "drawer"]
    assert bench.screen.refusals == [Why.AMOUNT_NOT_POSITIVE]
    assert bench.shop.store.shifts.openings == 1


def test_a_double_press_closes_once(bench: Bench) -> None:
    later = Later()
    bench.tasks = later
    desk = bench.desk()
    desk.open(0)
    desk.open(0)
    assert len(later.waiting) == 1
    later.let_go()
    desk.close(0)
    desk.close(0)
    assert len(later.waiting) == 1


def test_after_a_full_disk_one_may_try_again(bench: Bench) -> None:
    desk = bench.desk()
    bench.shop.store.is_full = True
    desk.open(0)
    bench.shop.store.is_full = False
    bench.shop.store.shifts.opened = None
    desk.open(0)
    assert bench.screen.told == ["opened"]
