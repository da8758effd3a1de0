"""How the parts of a programme are declared: once, as the engine's own frozen dataclasses (ADR 0011).

The reader of programme files (`file`), the JSON Schema for editors and `docs/programme-format.md` come from these
declarations. In a file amounts stand in quotes ("12.50") and are minor units here, so `off_minor` is called `off`
there; shares stand as per cent and are basis points here, so `pay_basis_points` is called `pay_percent` there.

The engine never needs pydantic, so it is not imported here: the marks of the types ask for it when a file is read.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any, TypeVar, dataclass_transform

from annotated_types import Ge, Gt, Le, MinLen

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
    config = {"extra": "forbid", "alias_generator": key_in_file, "use_attribute_docstrings": True}
    declared.__pydantic_config__ = config  # type: ignore[attr-defined]
    return dataclass(frozen=True, slots=True, kw_only=True)(declared)


@dataclass(frozen=True, slots=True, eq=False)
class Written:
    """How a value is written in a file: what turns it into the engine's, and what an editor is told (JSON Schema)."""

    read: Callable[[object], object]
    schema: Mapping[str, Any]

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        """pydantic's hook: read first, then check."""
        from pydantic_core import core_schema  # only where a file is read

        return core_schema.no_info_before_validator_function(self.read, handler(source))

    def __get_pydantic_json_schema__(self, _core: Any, _handler: Any) -> dict[str, Any]:
        """pydantic's hook: what stands in the file."""
        return dict(self.schema)


@dataclass(frozen=True, slots=True)
class Like:
    """A text of this form (regular expression)."""

    pattern: str

    def __get_pydantic_core_schema__(self, _source: Any, _handler: Any) -> Any:
        """pydantic's hook."""
        from pydantic_core import core_schema  # only where a file is read

        return core_schema.str_schema(pattern=self.pattern, strict=True)


@dataclass(frozen=True, slots=True)
class OneOf:
    """One of several parts, told apart by this key."""

    key: str

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        """pydantic's hook."""
        from pydantic import Discriminator  # only where a file is read

        return Discriminator(self.key).__get_pydantic_core_schema__(source, handler)


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
_COUNT_OR_AMOUNT_SCHEMA = {"anyOf": [{"type": "integer", "minimum": 0}, _AMOUNT_SCHEMA]}


def _percent_schema(most: int) -> Mapping[str, Any]:
    return {"type": "number", "minimum": 0, "maximum": most}


Amount = Annotated[int, Ge(0), Written(_minor_of, _AMOUNT_SCHEMA)]
"""Money in minor units; in a file a text such as "12.50"."""

PricePercent = Annotated[int, Ge(0), Le(10_000), Written(_basis_points_of, _percent_schema(100))]
"""The share of a price that is left (basis points): 95 in a file = 95折 = 5 % off."""

Rate = Annotated[int, Ge(0), Le(100_000), Written(_basis_points_of, _percent_schema(1_000))]
"""A rate (basis points): 150 in a file = one and a half times."""

Threshold = Annotated[int, Written(_threshold_of, _COUNT_OR_AMOUNT_SCHEMA)]
"""A line of a measure: an amount in quotes for measures of money, a whole number for counts."""

Count = Annotated[int, Ge(1), Le(1_000_000_000)]
Whole = Annotated[int, Ge(0), Le(1_000_000_000)]
Pieces = Annotated[int, Ge(2), Le(100)]
Id = Annotated[str, Like(r"^[a-z0-9][a-z0-9_-]{0,47}$")]
"""The name by which other parts refer to this one: small letters, digits, - and _."""

IsoDate = Annotated[str, Like(r"^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$")]
MonthDay = Annotated[str, Like(r"^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$")]
ClockTime = Annotated[str, Like(r"^([01]\d|2[0-3]):[0-5]\d$|^24:00$")]
CurrencyCode = Annotated[str, Like(r"^[A-Z]{3}$")]
Colour = Annotated[str, Like(r"^(#[0-9a-f]{6})?$")]
"""A colour such as "#c9a227", or nothing."""
Names = Annotated[Mapping[str, str], MinLen(1)]
"""A text in several languages: { zh_CN = "金卡", en = "Gold" }."""

Words = frozenset[str]

NOT_EMPTY = MinLen(1)
POSITIVE = Gt(0)
BY_KIND = OneOf("kind")
