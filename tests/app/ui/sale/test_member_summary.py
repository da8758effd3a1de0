"""What the member panel says."""

from dataclasses import replace

from app.domain.ids import CardNumber
from app.domain.member import MemberView
from app.domain.programme.model import TenderType
from app.ui.sale.member_summary import Summaries, summarise
from tests.app.ui.conftest import session_of
from tests.app.ui.memory_shop import ANONYMOUS_CARD, memory_shop


def test_value_is_split_into_here_and_elsewhere() -> None:
    shop = memory_shop()
    summary = summarise(shop.view(), session_of(shop))
    assert (summary.usable_minor, summary.elsewhere_minor) == (38_000, 20_000)
    assert (summary.points, summary.points_elsewhere) == (1_260, 260)
    assert summary.tier == "Gold"
    assert summary.step is not None
    assert "Black" in summary.step.words
    assert summary.step.percent == 412_350 * 100 // 800_000
    assert "1234" not in summary.phone


def test_a_birthday_and_money_that_rested() -> None:
    shop = memory_shop()
    shop.clock.pass_ms(410 * 24 * 3_600_000)  # 2027-04-20
    summary = summarise(shop.view(), session_of(shop))
    assert summary.birthday_month
    assert not summary.birthday_today
    assert summary.dormant_value


def test_an_anonymous_card_has_value_and_no_name() -> None:
    shop = memory_shop()
    view = shop.use_cases.view_member.by_card(CardNumber(ANONYMOUS_CARD))
    assert isinstance(view, MemberView)
    summary = summarise(view, session_of(shop))
    assert (summary.name, summary.card, summary.usable_minor) == ("", "0010", 20_000)
    assert summary.step is None


def test_what_the_programme_has_not_takes_no_place_unless_something_is_left_of_it() -> None:
    shop = memory_shop()
    session = session_of(shop)
    cash = tuple(kind for kind in shop.programme.tender_kinds if kind.type is TenderType.CASH)
    session.set_programme(replace(shop.programme, tender_kinds=cash))
    summary = summarise(shop.view(), session)
    assert (summary.features.value, summary.shows_value) == (False, True)
    assert not replace(summary, usable_minor=0, elsewhere_minor=0).shows_value


def test_a_summary_is_worked_out_again_for_another_member_day_or_programme_only() -> None:
    shop = memory_shop()
    session = session_of(shop)
    summaries, view = Summaries(session), shop.view()
    assert summaries.of(None) is None
    first = summaries.of(view)
    assert first == summarise(view, session)
    assert summaries.of(view) is first
    shop.clock.pass_ms(410 * 24 * 3_600_000)
    rested = summaries.of(view)
    assert rested is not None
    assert rested.dormant_value
    assert summaries.of(None) is None
