"""A wrong programme file is told all its mistakes, each with line and nearest right word; none of it is used."""

from pathlib import Path

import pytest

from app.domain.programme.file import Fault, FaultCode, ProgrammeFileError, read_programme, remarks_on_file, tell
from app.ui.words import LANGUAGES, read_words

DEMO = Path("resources/programmes/demo.toml").read_text(encoding="utf-8")
EXAMPLE = Path("resources/schemas/example.toml").read_text(encoding="utf-8")


def faults_of(text: str) -> tuple[Fault, ...]:
    with pytest.raises(ProgrammeFileError) as refused:
        read_programme(text)
    return refused.value.faults


def faults_with(right: str, wrong: str, text: str = EXAMPLE) -> list[tuple[FaultCode, str]]:
    """What is found once `right` stands wrong in the file."""
    assert text.count(right) >= 1
    return [(fault.code, fault.path) for fault in faults_of(text.replace(right, wrong, 1))]


def test_points_for_nothing_are_refused_rather_than_divided_by() -> None:
    assert faults_with('per = "1.00"', 'per = "0"', DEMO) == [(FaultCode.AMOUNT, "accruals[points].per")]


def test_every_mistake_is_told_in_one_go_with_line_and_nearest_word() -> None:
    text = DEMO.replace("multipliers", "x").replace('effective_from = "2026-01-01"', "effective_from = 2026-01-01")
    text = text.replace('kind = "nth_piece"', 'kind = "nth_pice"').replace(
        "benefits.member_price", "benefits.memberprice"
    )
    faults = faults_of(text)
    assert [fault.code for fault in faults] == [FaultCode.DAY] + [FaultCode.UNKNOWN_KEY] * 3 + [FaultCode.NOT_A_CHOICE]
    for fault in faults:
        assert fault.path.rsplit(".", 1)[-1] in text.splitlines()[fault.line - 1] or fault.path.endswith("kind")
    assert [fault.nearest for fault in faults[1:]] == ["member_price"] * 3 + ["nth_piece"]


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ('a = 1\nb "x"', FaultCode.NO_EQUALS, 2),
        ("a = 1\nb = x", FaultCode.NO_VALUE, 2),
        ('a = "x\nb = 1', FaultCode.OPEN_TEXT, 1),
        ("a = [1,\n", FaultCode.OPEN_LIST, 2),
        ("a = 1\n[b\nc = 1", FaultCode.OPEN_HEADING, 2),
        ("a = 1\na = 2", FaultCode.SAID_TWICE, 2),
        ("a = 1 b = 2", FaultCode.MORE_ON_LINE, 1),
    ],
)
def test_broken_toml_is_told_in_plain_words(text: str, code: FaultCode, line: int) -> None:
    (fault,) = faults_of(text)
    assert (fault.code, fault.line) == (code, line)


@pytest.mark.parametrize(
    ("right", "wrong", "code", "path"),
    [
        ("version = 1", 'version = "1"', FaultCode.COUNT, "version"),
        ("asks_reference = true", 'asks_reference = "yes"', FaultCode.YES_NO, "tender_kinds[group_buy].asks_reference"),
        ("pay_percent = 50", "pay_percent = 101", FaultCode.PERCENT, "promotions[second-half].pay_percent"),
        (
            "bands = [{ at_least = 30",
            'bands = [{ at_least = "30.00"',
            FaultCode.PLAIN_COUNT,
            "measures[rfm].rfm.recency",
        ),
        ('at_least = "500.00" }]', "at_least = 500 }]", FaultCode.QUOTED_MONEY, "tiers[prepaid].enter.measures[1]"),
        ('at_least = "2500.00"', 'at_least = "9000.00"', FaultCode.KEEP_ABOVE_ENTER, "tiers[gold].keep[1].at_least"),
        ('{ id = "oily"', '{ id = "oil"', FaultCode.UNKNOWN_ID, "fields[skin].choice_names"),
        ('otherwise = "one_down"', 'otherwise = "club"', FaultCode.UNKNOWN_ID, "tiers[gold].keep[1].otherwise"),
        ('coupon = "20-off"', 'coupon = "20-of"', FaultCode.UNKNOWN_ID, "referrals[friend].friend_gives[1].coupon"),
        ('id = "10-percent"', 'id = "20-off"', FaultCode.TWICE, "coupons[20-off].id"),
        ('id = "none"', 'id = "cake"', FaultCode.TWICE, "draws[wheel].prizes[cake].id"),
        ('id = "opening"', 'id = "20-off"', FaultCode.TWICE, "coupons[20-off].id"),
        (
            'at_least = "200.00", off',
            'at_least = "100.00", off',
            FaultCode.RISES,
            "promotions[stepped].steps[2].at_least",
        ),
        ('last = "2026-05-07"', 'last = "2026-04-07"', FaultCode.NEVER, "promotions[opening].when.dates[1].last"),
        ('last = "2026-05-07"', 'last = "2026-05-32"', FaultCode.DAY, "promotions[opening].when.dates[1].last"),
        ('"2026-10-03"]', '"2026-02-30"]', FaultCode.DAY, "calendars[holidays].days"),
        ("days_of_month = [8]", "days_of_month = [32]", FaultCode.NEVER, "promotions[member-day].when.days_of_month"),
        ("members = true", 'members = false, birthday = "day"', FaultCode.NEVER, "promotions[member-day].when.members"),
        ("at_least = 60", "at_least = 60, below = 60", FaultCode.NEVER, "segments[seniors].when.age.below"),
        (
            'below = "0.01"',
            'at_least = "1.00", below = "0.01"',
            FaultCode.NEVER,
            "tiers[prepaid].lost_when.measures[1].below",
        ),
        ('colour = "#c9a227"', 'colour = "gold"', FaultCode.COLOUR, "tiers[gold].colour"),
        ("weight = 9", "weight = 0", None, ""),
        ('on = "birthday_month"', 'on = "action"', FaultCode.MISSING, "gifts[birthday].action"),
        (
            'over = "rolling", months = 12 }',
            'over = "rolling" }',
            FaultCode.MISSING,
            "measures[spend-year].window.months",
        ),
        ('tier = "club"', 'tier = "silver"', FaultCode.NOT_TOGETHER, "memberships[club-year].tier"),
        ("gives = [{ points = 100 }]", "gives = [{ count = 2 }]", FaultCode.MISSING, "referrals[friend].gives[1]"),
        ('type = "stored_value"', 'type = "external"', FaultCode.MISSING, "tender_kinds"),
        ("{points} 积分", "{point} 积分", FaultCode.UNKNOWN_ID, "messages[points-expire].text.zh_CN"),
        ('name = { zh_CN = "示例"', 'name = { chinese = "示例"', FaultCode.LANGUAGE, "name.chinese"),
    ],
)
def test_parts_that_do_not_fit_together(right: str, wrong: str, code: FaultCode | None, path: str) -> None:
    if code is None:
        read_programme(EXAMPLE.replace(right, wrong, 1))
        return
    faults = faults_with(right, wrong)
    assert [found for found, _ in faults] == [code], faults
    assert faults[0][1].startswith(path)


def test_a_wrong_element_does_not_also_make_its_list_empty() -> None:
    assert faults_with("gives = [{ bonus", "gives = [{ bonsu") == [
        (FaultCode.UNKNOWN_KEY, "promotions[back].gives[1].bonsu")
    ]


def test_a_draw_whose_prizes_all_weigh_nothing_can_never_be_won() -> None:
    text = EXAMPLE.replace("weight = 9", "weight = 0").replace("weight = 1, quota", "weight = 0, quota")
    assert [(fault.code, fault.path) for fault in faults_of(text)] == [(FaultCode.NEVER, "draws[wheel].prizes")]


def test_a_text_that_lacks_a_language_is_a_remark() -> None:
    (remark,) = remarks_on_file(EXAMPLE.replace('{ zh_CN = "马克杯", en = "Mug" }', '{ zh_CN = "马克杯" }', 1))
    assert (remark.code, remark.path, remark.expected) == (FaultCode.LANGUAGE_MISSING, "redemptions[mug].name", "en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_fault_has_words(language: str) -> None:
    words = read_words(language)
    for code in FaultCode:
        fault = Fault(3, "tiers[gold].name", code, found="x", expected="y", nearest="z", column=1)
        told = tell(fault, words)
        assert "3" in told
        assert "tiers[gold].name" in told
        assert "“z”" in told or "「z」" in told
