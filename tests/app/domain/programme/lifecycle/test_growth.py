from app.domain.programme.lifecycle.growth import GROWTH_LOT, GROWTH_SHORT, grown
from app.domain.programme.lifecycle.standing import Reaction, Standing, Why
from app.domain.programme.rights import GROWTH


def test_growth_stops_at_nothing_and_the_rest_is_recorded() -> None:
    standing = Standing(lots={(GROWTH, GROWTH_LOT): 30})
    after = standing.after(Reaction(grown(standing, -50, Why.ADJUSTED, "2026-03-01", "", "n")))
    assert after.total(GROWTH) == 0
    assert after.total(GROWTH_SHORT) == 20


def test_growth_goes_up() -> None:
    after = Standing().after(Reaction(grown(Standing(), 7, Why.EARNED, "2026-03-01", "r", "n")))
    assert after.total(GROWTH) == 7
