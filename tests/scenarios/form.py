"""What a scenario file may say: steps by date, what somebody does, and what holds then."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from app.domain.money import parse_minor

FOLDER = Path("resources/programmes/scenarios")


def _amount(value: object) -> object:
    negative = isinstance(value, str) and value.startswith("-")
    minor = parse_minor(value.lstrip("-")) if isinstance(value, str) else None
    if minor is None:
        raise ValueError('an amount in quotes, such as "12.50"')
    return -minor if negative else minor


Amount = Annotated[int, BeforeValidator(_amount)]


class Part(BaseModel):
    """Unknown words are mistakes."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class Then(Part):
    """What holds after a step; what is left out is not looked at. Amounts in quotes."""

    total: Amount | None = None
    saving: Amount | None = None
    lines: tuple[Amount, ...] | None = None
    reasons: tuple[str, ...] | None = None
    tier: str | None = None
    tiers: Mapping[str, str] = {}
    tier_until: str | None = None
    points: int | None = None
    earned: int | None = None
    growth: int | None = None
    owed_points: int | None = None
    principal: Amount | None = None
    bonus: Amount | None = None
    bonus_usable: Amount | None = None
    coupons: Mapping[str, int] = {}
    entitlements: Mapping[str, int] = {}
    spins: Mapping[str, int] = {}
    passes: Mapping[str, int] = {}
    measures: Mapping[str, int | Amount] = {}
    messages: tuple[str, ...] | None = None
    withheld: tuple[str, ...] | None = None
    fees: Mapping[str, Amount] = {}
    gains: Mapping[str, int] = {}
    changes: int | None = None
    progress: tuple[str, ...] | None = None
    segments: tuple[str, ...] | None = None
    told: tuple[str, ...] | None = None
    follow_ups: tuple[str, ...] | None = None
    won: str | None = None
    refused: bool | None = None


class Goods(Part):
    """Pieces of one product, as the scenario's shop sells it."""

    name: str
    price: Amount
    member_price: Amount | None = None
    pieces: int = 1
    category: str = "goods"
    class_: Annotated[str, Field(alias="class")] = "regular"
    brand: str = ""
    note: str = ""


class Step(Part):
    """On a day somebody does something."""

    on: str
    at: str = "12:00"
    who: str = "member"
    shop: str = ""
    channel: Literal["shop", "online"] = "shop"
    does: Literal[
        "joins",
        "takes a card",
        "buys",
        "returns",
        "tops up",
        "buys membership",
        "buys a pass",
        "uses a pass",
        "redeems",
        "spins",
        "wins the raffle",
        "ticks off",
        "acts",
        "brings a friend",
        "is followed up",
        "is set to tier",
        "is adjusted",
        "nothing",
    ] = "nothing"
    # joins
    birthday: str = ""
    kind: Literal["person", "company"] = "person"
    gender: str = ""
    identified: bool = False
    tags: frozenset[str] = frozenset()
    fields: Mapping[str, str] = {}
    pets: tuple[str, ...] = ()
    # buys, returns, tops up
    goods: tuple[Goods, ...] = ()
    fees: frozenset[str] = frozenset()
    declines: frozenset[str] = frozenset()
    points: int = 0
    pays: Mapping[str, Literal["rest"] | Amount] = {"cash": "rest"}
    uses: tuple[str, ...] = ()
    amount: Amount = 0
    line: int = 1
    of: str = ""
    # the rest
    what: str = ""
    trial: bool = False
    number: int = 0
    times: int = 1
    prize: str = ""
    friend: str = ""
    takes_back: str = ""
    ladder: str = "main"
    reason: str = ""
    approver: str = ""
    name: str = ""
    then: Then = Then()


class Scenario(Part):
    """A story with its rule ids; `step`s follow each other, and every night between their days is worked."""

    rules: Annotated[tuple[str, ...], Field(min_length=1)]
    title: str
    step: Annotated[tuple[Step, ...], Field(min_length=1)]


class ScenarioFile(Part):
    """The scenarios of one programme."""

    programme: str
    scenario: tuple[Scenario, ...]


def read_scenarios() -> dict[str, ScenarioFile]:
    """Every scenario file by its name."""
    return {
        path.stem: ScenarioFile.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
        for path in sorted(FOLDER.glob("*.toml"))
    }
