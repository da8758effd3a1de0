"""How the parts of a programme are declared: once, as the engine's own frozen dataclasses (ADR 0011).

The reader of programme files (`file`), the JSON Schema for editors and `docs/programme-format.md` come from these
declarations. In a file amounts stand in quotes ("12.50") and are minor units here, so `off_minor` is called `off`
there; shares stand as per cent and are basis points here, so `pay_basis_points` is called `pay_percent` there.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, TypeVar, dataclass_transform

from pydantic import BeforeValidator, ConfigDict, Discriminator, Field, WithJsonSchema

from app.domain.money import parse_minor

_Part = TypeVar("_Part")
_AMOUNT_WORDS = 'an amount in quotes, such as "12.50"'
_PERCENT_WORDS = "per cent, such as 95 or 88.5"


def key_in_file(attribute: str) -> str:
    """What an attribute is called in a programme file: without the unit that only the code needs."""
    if attribute == "names":
        return "name"
    if attribute.endswith("_basis_points"):
        return attribute.removesuffix("_basis_points") + "_percent"
    return attribute.removesuffix("_minor").rstrip("_")


@dataclass_transform(frozen_default=True, kw_only_default=True)
def part(declared: type[_Part]) -> type[_Part]:
    """Make the class a frozen part of the programme language; unknown keys in a file are faults."""
    declared.__pydantic_config__ = ConfigDict(extra="forbid", alias_generator=key_in_file)  # type: ignore[attr-defined]
    return dataclass(frozen=True, slots=True, kw_only=True)(declared)


def _minor_of(value: object) -> object:
    minor = parse_minor(value) if isinstance(value, str) else None
    if minor is None:
        raise ValueError(_AMOUNT_WORDS)
    return minor


def _basis_points_of(value: object) -> object:
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise ValueError(_PERCENT_WORDS)  # noqa: TRY004  # pydantic turns ValueErrors, not TypeErrors, into faults
    points = Decimal(value) * 100
    if not points.is_finite() or points != points.to_integral_value():
        raise ValueError("per cent with at most two decimals")
    return int(points)


def _threshold_of(value: object) -> object:
    """A line of a measure: money in quotes, a count without."""
    return value if isinstance(value, int) and not isinstance(value, bool) else _minor_of(value)


_AMOUNT_SCHEMA = {"type": "string", "pattern": r"^\d+(\.\d{1,2})?$", "examples": ["12.50"]}

Amount = Annotated[int, BeforeValidator(_minor_of), Field(ge=0), WithJsonSchema(_AMOUNT_SCHEMA)]
"""Money in minor units; in a file a text such as "12.50"."""

PricePercent = Annotated[
    int,
    BeforeValidator(_basis_points_of),
    Field(ge=0, le=10_000),
    WithJsonSchema({"type": "number", "minimum": 0, "maximum": 100}),
]
"""The share of a price that is left (basis points): 95 in a file = 95折 = 5 % off."""

Rate = Annotated[
    int,
    BeforeValidator(_basis_points_of),
    Field(ge=0, le=100_000),
    WithJsonSchema({"type": "number", "minimum": 0, "maximum": 1_000}),
]
"""A rate (basis points): 150 in a file = one and a half times."""

Threshold = Annotated[
    int,
    BeforeValidator(_threshold_of),
    WithJsonSchema({"anyOf": [{"type": "integer", "minimum": 0}, _AMOUNT_SCHEMA]}),
]
"""A line of a measure: an amount in quotes for measures of money, a whole number for counts."""

Count = Annotated[int, Field(ge=1, le=1_000_000_000)]
Whole = Annotated[int, Field(ge=0, le=1_000_000_000)]
Id = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9_-]{0,47}$")]
"""The name by which other parts refer to this one: small letters, digits, - and _."""

IsoDate = Annotated[str, Field(pattern=r"^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$")]
MonthDay = Annotated[str, Field(pattern=r"^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$")]
ClockTime = Annotated[str, Field(pattern=r"^([01]\d|2[0-3]):[0-5]\d$|^24:00$")]
Names = Annotated[Mapping[str, str], Field(min_length=1)]
"""A text in several languages: { zh_CN = "金卡", en = "Gold" }."""

Words = frozenset[str]

CurrencyCode = Annotated[str, Field(pattern=r"^[A-Z]{3}$")]
Pieces = Annotated[int, Field(ge=2, le=100)]

NOT_EMPTY = Field(min_length=1)
POSITIVE = Field(gt=0)
BY_KIND = Discriminator("kind")
