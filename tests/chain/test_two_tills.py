"""A card with 500 元, two tills cut off from head office and from each other: together never more than 500.

Real tills, a real head office, real TLS; the plug is pulled at a proxy. The same for a coupon, for points, for a
once-only right, and for refunding one receipt twice.
"""

import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass

import pytest

from app.domain.errors import Refused, Why
from app.domain.ledger import POINTS, Lot, Unit
from app.ui.refusals import refusal_words
from tests.chain.processes import Founder, OfficeProcess, TillProcess, serving
from tests.chain.till_process import COUPON, OPENING, POINTS_STEP, TRIFLE_MINOR

CARD = 50_000


@dataclass
class Shop:
    """Two tills and their head office."""

    office: OfficeProcess
    founder: Founder
    one: TillProcess
    two: TillProcess

    @property
    def tills(self) -> tuple[TillProcess, TillProcess]:
        return self.one, self.two

    @contextmanager
    def cut_off(self) -> Iterator[None]:
        """The plugs are out; afterwards they are in again, and everybody has heard everything."""
        for till in self.tills:
            till.proxy.cut()
        yield
        self.reunite()

    def reunite(self) -> None:
        for till in self.tills:
            till.proxy.mend()
        for till in self.tills:
            assert till.ask("sync") == {"outcome": "done"}


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shop]:
    folder = tmp_path_factory.mktemp("two")
    with ExitStack() as opened:
        office = opened.enter_context(serving(folder / "office"))
        founder = opened.enter_context(closing(Founder(office)))
        tills = [TillProcess(folder / name, name, office) for name in ("T01", "T02")]
        for till in tills:
            opened.callback(till.close)
        with ThreadPoolExecutor() as pool:
            list(pool.map(lambda till: till.start(enrol=True), tills))
        whole = Shop(office, founder, *tills)
        whole.reunite()
        yield whole
        whole.reunite()
        for till in tills:
            till.stop()
        assert office.command("verify") == (0, "everything is right\n")
        assert office.command("suspense") == (0, "0 in suspense\n")
    office.assert_nothing_broke()


def spend_until_refused(till: TillProcess, *command: object, most: int = 40) -> tuple[int, dict[str, object]]:
    """How often it went well, and the refusal."""
    for count in range(most):
        answer = till.ask(*command)
        if "refused" in answer:
            return count, answer
    raise AssertionError(f"{till.name} was never refused")


def test_a_card_is_never_overdrawn_and_the_cashier_reads_what_is_possible(shop: Shop) -> None:
    shop.founder.give("w-card", CARD)
    assert "granted" in shop.one.ask("ask", "w-card", "principal", 30_000)
    assert "granted" in shop.two.ask("ask", "w-card", "principal", CARD)
    with shop.cut_off():
        # Nobody can be asked for more now, and the sale need not wait to learn it.
        assert shop.one.ask("ask", "w-card", "principal", 1_000)["error"] == "UnreachableError"
        first, why = spend_until_refused(shop.one, "sell", "w-card", 7_000)
        second, _ = spend_until_refused(shop.two, "sell", "w-card", 7_000)
        assert (first, second) == (4, 2)
        assert why == {"refused": "value_short", "facts": {"usable_minor": 2_000}}
        words = refusal_words(Refused(Why.VALUE_SHORT, {"usable_minor": 2_000}))
        assert "20.00" in words.what
        assert words.remedy
        # What is possible, is: the rest to the last cent, and then no cent more.
        assert shop.one.ask("sell", "w-card", 2_000)["sold"] == 2_000
        assert shop.two.ask("sell", "w-card", 6_000)["sold"] == 6_000
        for till in shop.tills:
            assert till.ask("sell", "w-card", 1)["facts"] == {"usable_minor": 0}
    assert _held(shop, "w-card") == 0


def test_both_ask_for_everything_at_once_and_one_of_them_gets_it(shop: Shop) -> None:
    for turn in range(4):
        wallet = f"w-race{turn}"
        shop.founder.give(wallet, CARD)
        with ThreadPoolExecutor() as pool:
            answers = list(
                pool.map(
                    TillProcess.ask, shop.tills, *[[word] * 2 for word in ("ask", wallet, "principal", CARD, CARD)]
                )
            )
        assert sorted("granted" in answer for answer in answers) == [False, True]
        with shop.cut_off():
            counts = [spend_until_refused(till, "sell", wallet, 5_000)[0] for till in shop.tills]
            assert sorted(counts) == [0, CARD // 5_000]
            # The recall that the other one's request has caused finds an empty lease.


@pytest.mark.parametrize("at_once", [False, True])
@pytest.mark.parametrize(
    ("unit", "lot", "there"),
    [
        (COUPON, Lot("coupon", "", "2099-12-31"), 1),
        (OPENING, Lot("right", "", ""), 1),
        (POINTS, Lot("sale", "2026-01-01", "2099-12-31"), 3 * POINTS_STEP),
    ],
)
def test_a_coupon_a_once_only_right_and_points_are_used_once(
    shop: Shop, unit: Unit, lot: Lot, there: int, at_once: bool
) -> None:
    wallet = f"w-{unit.partition(':')[0]}-{at_once}"
    shop.founder.give(wallet, there, unit, lot)
    with ThreadPoolExecutor() as pool:
        each = pool.map if at_once else map
        list(each(lambda till: till.ask("ask", wallet, unit, there), shop.tills))
        with shop.cut_off():
            sales = [sale for _ in range(4) for sale in each(lambda till: till.ask("spend", wallet, unit), shop.tills)]
            # Every sale is made; the price is lower only as often as there is something to use up.
            assert all("receipt" in sale for sale in sales)
            assert sum(sale["spent"] for sale in sales) == there
            assert {sale["total"] for sale in sales if not sale["spent"]} == {TRIFLE_MINOR}
            assert all(sale["total"] < TRIFLE_MINOR for sale in sales if sale["spent"])
            # Switched off and on again it is as used up as before.
            shop.two.kill()
            shop.two.start()
            assert shop.two.ask("spend", wallet, unit)["spent"] == 0
    assert all("denied" in till.ask("ask", wallet, unit, there) for till in shop.tills)


def test_the_cashier_reads_why_an_offer_is_not_used(shop: Shop) -> None:
    for wallet, unit in (("w-why-coupon", COUPON), ("w-why-gift", OPENING)):
        shop.founder.give(wallet, 1, unit, Lot("gift", "", ""))
        assert "granted" in shop.one.ask("ask", wallet, unit, 1)
    with shop.cut_off():
        # Where it lies at the other till, it is said so; where it was used, that it is used up.
        assert shop.two.ask("spend", "w-why-coupon", COUPON)["coupons"] == {"x": "elsewhere"}
        assert shop.two.ask("spend", "w-why-gift", OPENING)["withheld"] == {"opening": "needs_lease"}
        assert shop.one.ask("spend", "w-why-coupon", COUPON)["coupons"] == {"x": "applied"}
        assert shop.one.ask("spend", "w-why-gift", OPENING)["spent"] == 1
        assert shop.one.ask("spend", "w-why-coupon", COUPON)["coupons"] == {}
        assert shop.one.ask("spend", "w-why-gift", OPENING)["withheld"] == {"opening": "limit_reached"}


@pytest.mark.parametrize("unit", [COUPON, OPENING, POINTS])
def test_a_price_of_before_is_not_taken_twice(shop: Shop, unit: Unit) -> None:
    wallet, there = f"w-before-{unit.partition(':')[0]}", POINTS_STEP if unit == POINTS else 1
    shop.founder.give(wallet, there, unit, Lot("gift", "", ""))
    assert "granted" in shop.one.ask("ask", wallet, unit, there)
    with shop.cut_off():
        assert shop.one.ask("scan", wallet, unit) == {"scanned": True}
        assert shop.one.ask("spend", wallet, unit)["spent"] == there
        assert shop.one.ask("pay") == {"refused": "right_short", "facts": {"unit": unit, "held": 0}}
        words = refusal_words(Refused(Why.RIGHT_SHORT, {"unit": unit, "held": 0}))
        assert "not at this till" in words.what
        assert "again" in words.remedy
        # As the cashier reads, so it is done: with the card read again the price is whole, and the sale goes through.
        assert shop.one.ask("scan", wallet, unit) == {"scanned": True}
        assert shop.one.ask("pay")["total"] == TRIFLE_MINOR


def test_a_receipt_is_refunded_once_and_by_nobody_else(shop: Shop) -> None:
    shop.founder.give("w-refund", 10_000)
    assert "granted" in shop.one.ask("ask", "w-refund", "principal", 10_000)
    receipt = shop.one.ask("sell", "w-refund", 8_000)["receipt"]
    with shop.cut_off():
        # The other till cannot know what of it is left: it is sent to the till that sold.
        with ThreadPoolExecutor() as pool:
            here, there = pool.map(lambda till: till.ask("refund", receipt), shop.tills)
        assert there["refused"] == "sale_unknown"
        assert "This till has no such receipt" in refusal_words(Refused(Why.SALE_UNKNOWN)).what
        assert here == {"refunded": 8_000}
        assert shop.one.ask("refund", receipt)["refused"] == "refund_too_much"
        assert "not yet refunded" in refusal_words(Refused(Why.REFUND_TOO_MUCH)).what
        shop.one.kill()
        shop.one.start()
        assert shop.one.ask("refund", receipt)["refused"] == "refund_too_much"
    assert shop.two.ask("refund", receipt)["refused"] == "sale_unknown"
    assert _held(shop, "w-refund") == 10_000


def test_what_one_till_holds_comes_to_the_other_by_recall(shop: Shop) -> None:
    shop.founder.give("w-recall", 10_000)
    assert "granted" in shop.one.ask("ask", "w-recall", "principal", 10_000)
    assert shop.two.ask("ask", "w-recall", "principal", 4_000, 4_000) == {"denied": "short"}
    assert shop.one.ask("sync") == {"outcome": "done"}
    assert "granted" in shop.two.ask("ask", "w-recall", "principal", 4_000, 4_000)
    assert shop.one.ask("sell", "w-recall", 1)["refused"] == "value_short"
    assert shop.two.ask("sell", "w-recall", 4_000)["sold"] == 4_000


def test_every_message_twice_is_as_if_it_came_once(shop: Shop) -> None:
    shop.founder.give("w-twice", 10_000)
    shop.one.stop()
    shop.one.options = ["--twice"]
    shop.one.start()
    assert shop.one.ask("ask", "w-twice", "principal", 6_000) == {"granted": {"top_up||": 6_000}}
    assert shop.one.ask("sell", "w-twice", 1_000)["sold"] == 1_000
    assert shop.one.ask("sync") == {"outcome": "done"}
    _, told = shop.office.command("tills")
    held = re.search(r"T01/1 .*", told)
    assert held is not None
    assert _held(shop, "w-twice") == 5_000
    shop.one.stop()
    shop.one.options = []
    shop.one.start()


def _held(shop: Shop, wallet: str) -> int:
    leases = [value for till in shop.tills for key, value in till.ask("leases", wallet).items() if " principal " in key]
    return sum(int(held) for _, held in leases)
