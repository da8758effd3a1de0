"""Each word of a condition holds for whom it means, and for nobody else."""

from dataclasses import replace

import pytest

from app.domain.programme.conditions import holds
from app.domain.programme.model import Age, Calendar, Condition, Dates, FieldIs, Hours, Segment, YearDays
from app.domain.programme.scene import Moment, Person, Scene
from tests.app.domain.programme.programmes import NAMES, plain

LI = Person(
    birthday="1966-02-28",
    kind="company",
    gender="female",
    identified=True,
    tags=frozenset({"vip-guest"}),
    segments=frozenset({"seniors"}),
    fields={"skin": "dry"},
    coupons=frozenset({"off"}),
    has_bought=False,
)
MOMENT = Moment("2026-02-28", "10:30", "s1", "online")
PROGRAMME = replace(
    plain(),
    calendars=(Calendar(id="cn", days=frozenset({"2026-02-28"})),),
    segments=(Segment(id="seniors", names=NAMES, when=Condition()),),
)


@pytest.mark.parametrize(
    ("yes", "no"),
    [
        (Condition(age=Age(at_least=60)), Condition(age=Age(at_least=61))),
        (Condition(age=Age(below=61)), Condition(age=Age(below=60))),
        (Condition(genders=frozenset({"female"})), Condition(genders=frozenset({"male"}))),
        (Condition(kinds=frozenset({"company"})), Condition(kinds=frozenset({"person"}))),
        (Condition(identified=True), Condition(identified=False)),
        (Condition(tags=frozenset({"vip-guest"})), Condition(tags=frozenset({"staff"}))),
        (Condition(segments=frozenset({"seniors"})), Condition(segments=frozenset({"students"}))),
        (
            Condition(fields=(FieldIs(field="skin", values=frozenset({"dry"})),)),
            Condition(fields=(FieldIs(field="skin", values=frozenset({"oily"})),)),
        ),
        (Condition(channels=frozenset({"online"})), Condition(channels=frozenset({"shop"}))),
        (Condition(shops=frozenset({"s1"})), Condition(shops=frozenset({"s2"}))),
        (Condition(holidays=True), Condition(holidays=False)),
        (Condition(new_member=True), Condition(new_member=False)),
        (Condition(birthday="day"), Condition(none=(Condition(birthday="month"),))),
        (Condition(has_coupon="off"), Condition(has_coupon="other")),
        (Condition(dates=(Dates(last="2026-02-28"),)), Condition(dates=(Dates(first="2026-03-01"),))),
        (
            Condition(every_year=(YearDays(first="12-25", last="02-28"),)),
            Condition(every_year=(YearDays(first="12-25", last="02-27"),)),
        ),
        (Condition(weekdays=frozenset({"sat"})), Condition(weekdays=frozenset({"sun"}))),
        (Condition(days_of_month=frozenset({28})), Condition(days_of_month=frozenset({8}))),
        (Condition(hours=(Hours(start="10:30", end="11:00"),)), Condition(hours=(Hours(start="09:00", end="10:30"),))),
        (Condition(basket_at_least_minor=500), Condition(basket_at_least_minor=501)),
        (
            Condition(any=(Condition(members=False), Condition(members=True))),
            Condition(any=(Condition(members=False),)),
        ),
    ],
)
def test_a_word_holds_for_whom_it_means(yes: Condition, no: Condition) -> None:
    scene = Scene(MOMENT, LI, 500)
    assert holds(yes, scene, PROGRAMME)
    assert not holds(no, scene, PROGRAMME)


def test_who_is_born_on_29_february_has_a_birthday_every_year() -> None:
    born = replace(LI, birthday="1964-02-29")
    assert holds(Condition(birthday="day"), Scene(MOMENT, born), PROGRAMME)


def test_nobody_is_no_member() -> None:
    assert holds(Condition(members=False), Scene(MOMENT), PROGRAMME)
    assert not holds(Condition(tags=frozenset({"x"})), Scene(MOMENT), PROGRAMME)
