"""A thousand members of the ten levels through a year of orders and its end: rises and falls as the bands say."""

import random
from dataclasses import replace
from pathlib import Path

from app.domain.ids import TierId
from app.domain.programme.file import read_programme
from app.domain.programme.lifecycle.facts import Bought, Joined, Paid, SoldLine
from app.domain.programme.lifecycle.nightly import nights
from app.domain.programme.lifecycle.reactions import react
from app.domain.programme.lifecycle.standing import HeldTier, Standing
from app.domain.programme.model import Programme
from app.domain.programme.scene import Moment
from app.domain.programme.spans import add_days

LEVELS = Path("resources/programmes/ten-levels.toml")
MEMBERS = 1_000
START = "2026-01-01"

# In yuan: what lifts, the lower end of the band, and the order days of each level.
ENTER = [0, 0, 1_000, 2_500, 5_000, 15_000, 100_000, 300_000, 600_000, 1_000_000]
BAND = [0, 0, 1_000, 2_500, 5_000, 15_000, 50_000, 150_000, 300_000, 500_000]
DAYS = [0, 0, 2, 3, 4, 5, 10, 10, 10, 10]


def test_a_year_of_a_thousand_members() -> None:
    programme = read_programme(LEVELS.read_text(encoding="utf-8"))
    names = [tier.tier_id for tier in programme.tiers]
    dice = random.Random(618)
    moved = {"up": 0, "band": 0, "one_down": 0, "kept": 0}
    for _ in range(MEMBERS):
        level = dice.randrange(2, 10)
        orders = _orders(dice, level)
        standing = _start(programme, names[level])
        highest, spent = level, 0
        for number, (day, yuan) in enumerate(orders):
            line = SoldLine("p", yuan * 100, yuan * 100)
            bought = Bought(f"s{number}", Moment(day), (line,), (Paid("cash", yuan * 100),))
            standing = standing.after(react(programme, standing, bought), bought)
            spent += yuan
            highest = max(highest, max(place for place in range(1, 10) if spent >= ENTER[place]))
            assert standing.tiers["main"].tier == names[highest]
        if highest > level:
            moved["up"] += 1
            continue
        ended, _ = nights(programme, _asleep(standing), "2027-01-01")
        expected, why = _at_the_end(level, spent, len(orders))
        moved[why] += 1
        assert ended.tiers["main"].tier == names[expected], (names[level], spent, len(orders))
    assert all(count > 15 for count in moved.values()), moved


def _at_the_end(level: int, spent: int, days: int) -> tuple[int, str]:
    """The rule in words: under the keep line the band decides, then the order days, else it is kept."""
    if spent < BAND[level]:
        return max(place for place in range(1, level + 1) if spent >= BAND[place]), "band"
    return (level, "kept") if days >= DAYS[level] else (level - 1, "one_down")


def _orders(dice: random.Random, level: int) -> list[tuple[str, int]]:
    """Orders on different days: about what the level asks for, sometimes far less or more."""
    goal = int(BAND[level] * dice.choice([0.02, 0.3, 0.9, 1.1, 1.5, 2.5])) + 1
    count = dice.randrange(1, 15)
    days = sorted(dice.sample(range(1, 360), count))
    return [(add_days(START, day), max(1, goal // count)) for day in days]


def _start(programme: Programme, tier: str) -> Standing:
    joined = Joined("join", Moment("2025-06-01"))
    standing = Standing(identified=True)
    standing = standing.after(react(programme, standing, joined), joined)
    held = HeldTier(TierId(tier), START, "2026-12-31")
    return replace(standing, tiers={"main": held}, nights_through=START)


def _asleep(standing: Standing) -> Standing:
    """The nights of the year are not what this test is about: only the last ones are worked."""
    return replace(standing, nights_through="2026-12-30")
