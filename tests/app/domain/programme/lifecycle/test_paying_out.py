"""The bonus goes back with the principal by the programme's rule, whichever till has paid out and whatever it held."""

from dataclasses import replace

import pytest

from app.domain.ledger import BONUS, PRINCIPAL, Lot
from app.domain.programme.lifecycle.facts import PaidOut
from app.domain.programme.lifecycle.reactions import office_reaction, react
from app.domain.programme.lifecycle.standing import Standing
from app.domain.programme.model import StoredValue
from app.domain.programme.scene import Moment
from tests.app.domain.programme.programmes import plain

NOW = Moment("2026-03-01")
FIRST, SECOND = Lot("topup:1", "", "2026-12-31"), Lot("topup:2")
WALLET = Standing(lots={(PRINCIPAL, FIRST): 10_000, (BONUS, SECOND): 600, (BONUS, FIRST): 400})


@pytest.mark.parametrize(("rule", "left"), [("all_back", 0), ("in_proportion", 750), ("kept", 1_000)])
def test_by_rule_however_much_of_it_the_till_had_taken(rule: str, left: int) -> None:
    terms = replace(StoredValue(), refund_bonus=rule)  # type: ignore[arg-type]
    programme = replace(plain(), stored_value=terms)
    fact = PaidOut("p", NOW, 2_500)
    whole = WALLET.after(react(programme, WALLET, fact), fact)
    assert (whole.total(PRINCIPAL), whole.total(BONUS)) == (7_500, left)
    # A till that held a part of the bonus has taken that; head office takes the rest.
    held = min(100, 1_000 - left)
    there = replace(WALLET, lots={(PRINCIPAL, FIRST): 7_500, (BONUS, SECOND): 600, (BONUS, FIRST): 400 - held})
    rest = PaidOut("p", NOW, 2_500, held)
    assert there.after(office_reaction(programme, there, rest), rest).total(BONUS) == left
