"""Whatever happens to members: nothing falls below 0, nights may run twice or late, parts of returns add up."""

from dataclasses import replace
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from app.domain.ledger import POINTS, POINTS_DEBT
from app.domain.programme.file import read_programme
from app.domain.programme.lifecycle.facts import (
    Acted,
    Bought,
    CardTaken,
    Fact,
    Joined,
    MembershipBought,
    Paid,
    Returned,
    ReturnedLine,
    SoldLine,
)
from app.domain.programme.lifecycle.nightly import nights
from app.domain.programme.lifecycle.reactions import react
from app.domain.programme.lifecycle.standing import Standing
from app.domain.programme.model import Programme
from app.domain.programme.rights import GROWTH
from app.domain.programme.scene import Moment
from app.domain.programme.spans import add_days

PROGRAMMES = {
    path.stem: read_programme(path.read_text(encoding="utf-8")) for path in Path("resources/programmes").glob("*.toml")
}
programmes = st.sampled_from(sorted(PROGRAMMES)).map(PROGRAMMES.__getitem__)
START = "2026-01-15"

acts = st.one_of(
    st.tuples(st.just("buy"), st.lists(st.integers(1, 300_000), min_size=1, max_size=3)),
    st.tuples(st.just("return"), st.integers(0, 5)),
    st.tuples(st.just("act"), st.integers(0, 5)),
    st.tuples(st.just("card"), st.just(0)),
    st.tuples(st.just("join"), st.integers(0, 3)),
)
lives = st.lists(st.tuples(st.integers(0, 120), acts), max_size=7)


def _facts(programme: Programme, life: list[tuple[int, tuple[str, object]]]) -> list[Fact]:
    """The facts of a life; a return gives back a part of an earlier purchase, never more than was sold."""
    day, facts = START, list[Fact]([Joined("f0", Moment(START))])
    bought: list[Bought] = []
    left: dict[tuple[str, int], int] = {}
    for number, (pause, (kind, told)) in enumerate(life, start=1):
        day = add_days(day, pause)
        moment, name = Moment(day), f"f{number}"
        if kind == "buy":
            assert isinstance(told, list)
            lines = tuple(SoldLine(f"p{index}", amount, amount) for index, amount in enumerate(told))
            paid = (Paid(programme.tender_kinds[0].id, sum(told)),)
            bought.append(Bought(name, moment, lines, paid))
            left.update({(name, index): amount for index, amount in enumerate(told)})
            facts.append(bought[-1])
        elif kind == "return" and bought:
            assert isinstance(told, int)
            sale = bought[told % len(bought)]
            index = told % len(sale.lines)
            part = -(-left[sale.number, index] // 2)
            if part:
                left[sale.number, index] -= part
                facts.append(Returned(name, moment, sale.number, (ReturnedLine(index, part),)))
        elif kind == "act" and programme.actions:
            assert isinstance(told, int)
            facts.append(Acted(name, moment, programme.actions[told % len(programme.actions)].id, 7))
        elif kind == "card":
            facts.append(CardTaken(name, moment))
        elif kind == "join" and programme.memberships:
            facts.append(MembershipBought(name, moment, programme.memberships[0].id))
    return facts


def _lived(programme: Programme, facts: list[Fact], *, nightly: bool = True) -> Standing:
    standing = Standing(birthday="1990-06-15")
    for fact in facts:
        if nightly and standing.nights_through:
            standing, _ = nights(programme, standing, fact.moment.day)
        standing = standing.after(react(programme, standing, fact), fact)
    return standing


@given(programme=programmes, life=lives)
def test_no_lot_is_ever_below_nothing(programme: Programme, life: list[tuple[int, tuple[str, object]]]) -> None:
    facts = _facts(programme, life)
    for count in range(1, len(facts) + 1):
        standing = _lived(programme, facts[:count])
        assert all(amount >= 0 for amount in standing.lots.values())
        assert standing.total(GROWTH) >= 0


@given(programme=programmes, life=lives)
def test_a_fact_heard_twice_counts_once(programme: Programme, life: list[tuple[int, tuple[str, object]]]) -> None:
    facts = _facts(programme, life)
    twice = [fact for fact in facts for _ in range(2)]
    once, again = _lived(programme, facts), Standing(birthday="1990-06-15")
    for fact in twice:
        if again.nights_through:
            again, _ = nights(programme, again, fact.moment.day)
        if all(seen.number != fact.number for seen in again.history):
            again = again.after(react(programme, again, fact), fact)
        else:
            assert react(programme, again, fact).changes == ()
    assert again.lots == once.lots


@given(programme=programmes, life=lives, late=st.integers(1, 45))
def test_nights_run_twice_or_late_come_to_the_same(
    programme: Programme, life: list[tuple[int, tuple[str, object]]], late: int
) -> None:
    standing = _lived(programme, _facts(programme, life))
    day = add_days(standing.history[-1].moment.day, late)
    at_once, _ = nights(programme, standing, day)
    step = standing
    for number in range(1, late + 1):
        step, _ = nights(programme, step, add_days(standing.history[-1].moment.day, number))
        step, nothing = nights(programme, step, add_days(standing.history[-1].moment.day, number))
        assert nothing.changes == ()
    assert step == at_once


@given(programme=programmes, amounts=st.lists(st.integers(1, 50_000), min_size=1, max_size=4), data=st.data())
def test_a_whole_return_in_any_parts_leaves_nothing_moved(
    programme: Programme, amounts: list[int], data: st.DataObject
) -> None:
    before = _lived(programme, _facts(programme, [(1, ("buy", [150_000])), (1, ("buy", [1]))]))
    day = before.history[-1].moment.day
    lines = tuple(SoldLine(f"p{index}", amount, amount) for index, amount in enumerate(amounts))
    sale = Bought("sale", Moment(day), lines, (Paid(programme.tender_kinds[0].id, sum(amounts)),))
    after = before.after(react(programme, before, sale), sale)
    number = 0
    for index, amount in enumerate(amounts):
        for part in _parts(amount, data):
            number += 1
            fact = Returned(f"back{number}", Moment(day), "sale", (ReturnedLine(index, part),))
            after = after.after(react(programme, after, fact), fact)
    for unit in (POINTS, GROWTH, POINTS_DEBT):
        given_by_tier = sum(
            move.amount for move in after.moves if move.unit == unit and move not in before.moves and move.why == "gift"
        )
        assert after.total(unit) - given_by_tier == before.total(unit)
    assert replace(after, history=()).total(POINTS) >= 0


def _parts(amount: int, data: st.DataObject) -> list[int]:
    first = data.draw(st.integers(1, amount))
    return [part for part in (first, amount - first) if part]
