"""The demo shop is built whole, once, and is ready to sell."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.cli.demo import shop, special
from app.cli.demo.day import before_opening_ms
from app.cli.demo.shop import build_demo_shop
from app.cli.demo.staff import DEMO_STAFF
from app.domain.errors import Refused, Why
from app.domain.ids import CardNumber, OperatorId
from app.domain.ledger import BONUS, POINTS, PRINCIPAL, Unit
from app.domain.member import MemberView
from app.domain.staff import Operator
from app.services.look_up import FoundProduct
from tests.app.cli.demo.demo_till import MEMBERS, TODAY, DemoTill, build, opened


@pytest.fixture(scope="module")
def till(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DemoTill]:
    place = tmp_path_factory.mktemp("demo") / "shop"
    assert build(place)
    with opened(place) as opened_till:
        yield opened_till


def swiped(till: DemoTill, card: CardNumber) -> MemberView:
    found = till.use_cases.look_up(card)
    assert isinstance(found, MemberView), found
    return found


def holds(view: MemberView, unit: Unit) -> tuple[int, int]:
    return view.total(unit), view.usable(unit)


def test_three_people_sign_on_with_their_pins(till: DemoTill) -> None:
    assert {operator.id for operator in till.use_cases.sign_on.operators()} == {p.operator.id for p in DEMO_STAFF}
    for person in DEMO_STAFF:
        assert till.use_cases.sign_on(person.operator.id, person.pin) == person.operator
    assert isinstance(till.use_cases.sign_on(OperatorId("linjingli"), "1111"), Refused)
    assert isinstance(till.use_cases.sign_on(OperatorId("linjingli"), "8888"), Operator)


def test_goods_are_on_the_shelves_and_two_dozen_on_quick_keys(till: DemoTill) -> None:
    keys = till.use_cases.list_products.quick_keys()
    assert len(keys) == 24
    found = till.use_cases.look_up(keys[0].gtin)
    assert isinstance(found, FoundProduct)
    assert found.product == keys[0]
    assert [product.name for product in till.use_cases.list_products.search("hfspg")] == ["红富士苹果"]


def test_settings_are_the_demo_shops(till: DemoTill) -> None:
    assert till.use_cases.change_settings.read() == shop.DEMO_SETTINGS


def test_zhang_san_has_everything(till: DemoTill) -> None:
    view = swiped(till, special.ZHANG_SAN)
    assert view.member is not None
    assert (view.member.name, view.member.tier) == ("张三", "gold")
    assert holds(view, PRINCIPAL) == (50_000, 50_000)
    assert holds(view, BONUS) == (5_000, 5_000)
    assert holds(view, POINTS) == (1_280, 1_280)


def test_li_si_may_spend_here_only_what_this_till_holds(till: DemoTill) -> None:
    view = swiped(till, special.LI_SI)
    assert holds(view, PRINCIPAL) == (50_000, 12_000)
    assert view.holdings[PRINCIPAL].elsewhere == 38_000


@pytest.mark.parametrize(
    ("card", "why"),
    [
        (special.WANG_WU_FROZEN, Why.CARD_FROZEN),
        (special.ZHAO_LIU_REPLACED, Why.CARD_REPLACED),
        (special.QIAN_QI_LOST, Why.CARD_LOST),
    ],
)
def test_cards_that_open_nothing_say_why(till: DemoTill, card: CardNumber, why: Why) -> None:
    assert till.use_cases.look_up(card) == Refused(why)


def test_the_card_that_replaced_another_opens_the_wallet(till: DemoTill) -> None:
    view = swiped(till, special.ZHAO_LIU)
    assert view.member is not None
    assert view.member.name == "赵六"
    assert view.usable(PRINCIPAL) == 18_660


def test_an_anonymous_card_has_value_and_no_name(till: DemoTill) -> None:
    view = swiped(till, special.ANONYMOUS_100)
    assert view.member is None
    assert holds(view, PRINCIPAL) == (10_000, 10_000)
    assert swiped(till, special.ANONYMOUS_EMPTY).usable(PRINCIPAL) == 0


@pytest.mark.parametrize("typed", ["sx", "dx", "单雄", "13800005555", "5555 单"])
def test_shan_xiong_is_found_by_either_reading(till: DemoTill, typed: str) -> None:
    assert "单雄" in {member.name for member in till.use_cases.find_members(typed)}


def test_the_directory_knows_everything_up_to_the_last_grant(till: DemoTill) -> None:
    assert till.directory.mark().applied_seq == till.store.head.seq
    assert till.store.state.till == shop.TILL


def test_it_is_built_once(tmp_path: Path) -> None:
    assert build(tmp_path / "shop")
    before = (tmp_path / "shop" / "till.key").read_text()
    assert not build(tmp_path / "shop")
    assert (tmp_path / "shop" / "till.key").read_text() == before


def test_a_build_that_breaks_off_leaves_nothing(tmp_path: Path) -> None:
    def break_off(done: int, of: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build_demo_shop(
            tmp_path / "shop", members=1_000, today=TODAY, now_ms=before_opening_ms(TODAY), progress=break_off
        )
    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_build_left_is_cleared_away(tmp_path: Path) -> None:
    left = tmp_path / ".shop.building"
    left.mkdir()
    (left / "till.db").write_text("half")
    assert build(tmp_path / "shop")
    assert [path.name for path in tmp_path.iterdir()] == ["shop"]


@pytest.mark.parametrize("already_there", [(), ("log.txt",)])
def test_the_folder_may_be_there_already(tmp_path: Path, already_there: tuple[str, ...]) -> None:
    place = tmp_path / "shop"
    place.mkdir()
    for name in already_there:
        (place / name).write_text("kept")
    assert build(place)
    assert {"till.db", "till.key", *already_there} <= {path.name for path in place.iterdir()}
    with opened(place) as opened_till:
        swiped(opened_till, special.ZHANG_SAN)


def test_progress_counts_up_to_the_end(tmp_path: Path) -> None:
    steps: list[tuple[int, int]] = []
    build_demo_shop(
        tmp_path / "shop",
        members=MEMBERS + 1_000,
        today=TODAY,
        now_ms=before_opening_ms(TODAY),
        progress=lambda done, of: steps.append((done, of)),
    )
    assert len(steps) >= 4
    assert steps == sorted(steps)
    assert all(done <= of for done, of in steps)
    assert steps[-1][0] > 0.9 * steps[-1][1]
