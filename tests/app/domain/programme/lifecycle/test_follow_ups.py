"""Follow-ups: due so many days after the last purchase, until somebody ticks them off."""

from dataclasses import replace

from app.domain.member import DueFollowUp
from app.domain.pets import Pet
from app.domain.programme.lifecycle.facts import Bought, FollowedUp, Paid, SoldLine
from app.domain.programme.lifecycle.follow_ups import follow_ups_ahead, follow_ups_due
from app.domain.programme.lifecycle.reactions import react
from app.domain.programme.lifecycle.standing import NOTHING, Standing
from app.domain.programme.model import Condition, FollowUp, Goods
from app.domain.programme.scene import Moment
from tests.app.domain.programme.programmes import NAMES, plain

CALL = FollowUp(id="call", names=NAMES, goods=Goods(categories=frozenset({"eye-care"})), after_days=3)
PROGRAMME = replace(plain(), follow_ups=(CALL,))


def bought(number: str, day: str, category: str = "eye-care") -> Bought:
    return Bought(number, Moment(day), (SoldLine("salve", 100, 100, category),), (Paid("cash", 100),))


def test_it_is_due_so_many_days_later_and_says_about_what() -> None:
    standing = Standing(history=(bought("s1", "2026-03-01"), bought("s2", "2026-03-01", "food")))
    assert follow_ups_due(PROGRAMME, standing, "2026-03-03") == ()
    due = DueFollowUp("call", "2026-03-04", "salve", "s1")
    assert follow_ups_due(PROGRAMME, standing, "2026-03-04") == follow_ups_ahead(PROGRAMME, standing) == (due,)


def test_the_last_purchase_counts() -> None:
    standing = Standing(history=(bought("s1", "2026-03-01"), bought("s2", "2026-03-03")))
    assert [each.sale for each in follow_ups_ahead(PROGRAMME, standing)] == ["s2"]


def test_what_was_ticked_off_does_not_come_back_until_the_next_purchase() -> None:
    asked = FollowedUp("f1", Moment("2026-03-05"), "call:s1")
    standing = Standing(history=(bought("s1", "2026-03-01"), asked))
    assert react(PROGRAMME, Standing(history=standing.history[:1]), asked) == NOTHING
    assert follow_ups_ahead(PROGRAMME, standing) == ()
    again = replace(standing, history=(*standing.history, bought("s2", "2026-03-06")))
    assert [each.key for each in follow_ups_ahead(PROGRAMME, again)] == ["call:s2"]


def test_each_pet_has_its_own_and_a_note_that_names_none_is_the_members() -> None:
    def line(note: str) -> SoldLine:
        return SoldLine("salve", 100, 100, "eye-care", note=note)

    def visit(number: str, day: str, *notes: str) -> Bought:
        return Bought(number, Moment(day), tuple(map(line, notes)), (Paid("cash", 100),))

    fields = {**Pet("a", "旺财").as_fields(), **Pet("b", "咪咪").as_fields()}
    standing = Standing(
        fields=fields,
        history=(visit("s1", "2026-03-01", "旺财", "咪咪", "少一点"), visit("s2", "2026-03-03", "咪咪")),
    )
    found = {each.pet: (each.sale, each.due_on) for each in follow_ups_ahead(PROGRAMME, standing)}
    assert found == {"旺财": ("s1", "2026-03-04"), "咪咪": ("s2", "2026-03-06"), "": ("s1", "2026-03-04")}
    asked = replace(standing, history=(*standing.history, FollowedUp("f1", Moment("2026-03-06"), "call:s2:咪咪")))
    assert {each.pet for each in follow_ups_ahead(PROGRAMME, asked)} == {"旺财", ""}


def test_it_is_for_whom_it_is_meant() -> None:
    only = replace(PROGRAMME, follow_ups=(replace(CALL, when=Condition(tags=frozenset({"cat"}))),))
    standing = Standing(history=(bought("s1", "2026-03-01"),))
    assert follow_ups_due(only, standing, "2026-03-09") == ()
    assert len(follow_ups_due(only, replace(standing, tags=frozenset({"cat"})), "2026-03-09")) == 1


def test_one_without_a_purchase_is_named_by_its_day() -> None:
    assert DueFollowUp("call", "2026-03-04").key == "call:2026-03-04"
