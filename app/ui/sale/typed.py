"""What is typed before a code: `3*690123…` is three of it, `0.5*` half a kilogram of what comes next."""

import re
from dataclasses import dataclass

from app.domain.basket import MAX_QUANTITY_MILLI
from app.domain.money import parse_milli

_MULTIPLIED = re.compile(r"\s*(\d{1,4}(?:\.\d{1,3})?)\s*[*xX×]\s*(.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Typed:
    """A code, perhaps empty, and how many of it, if said."""

    code: str
    quantity_milli: int | None = None


def read_typed(text: str) -> Typed:
    """The quantity and the code in `text`."""
    found = _MULTIPLIED.fullmatch(text)
    if not found:
        return Typed(text.strip())
    quantity = parse_milli(found[1])
    if quantity is None or not 0 < quantity <= MAX_QUANTITY_MILLI:
        return Typed(text.strip())
    return Typed(found[2].strip(), quantity)
