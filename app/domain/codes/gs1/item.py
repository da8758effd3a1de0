"""A trade item out of its identifiers: how much of it, at which price, from which batch, good until when."""

from collections.abc import Mapping

from app.domain.codes.check_digits import normal_gtin
from app.domain.codes.gs1.digital_link import read_link
from app.domain.codes.gs1.element_string import SEPARATOR, read_elements, read_printed_elements
from app.domain.codes.meanings import Gs1Item, Unknown
from app.domain.money import divide_half_up

# ISO/IEC 15424: what a scanner may put before the text to say which symbol it read.
_GS1_SYMBOLS = ("]C1", "]e0", "]d2", "]Q3", "]J1")
_GTIN_FIRST = "01"
_SHORTEST = 16
_GRAMS_DECIMALS = 3
_MINOR_DECIMALS = 2


def decode_gs1(text: str, currency: str) -> Gs1Item | Unknown | None:
    """The item; None where `text` does not even claim to be of GS1; Unknown where it does and something is wrong."""
    claims = text.startswith((*_GS1_SYMBOLS, SEPARATOR))
    plain = text.removeprefix(next((symbol for symbol in _GS1_SYMBOLS if text.startswith(symbol)), ""))
    elements = _elements(plain)
    if elements and _GTIN_FIRST in elements:
        return _item(elements, currency)
    return Unknown("".join(char for char in text if char.isprintable())) if claims else None


def _elements(text: str) -> Mapping[str, str] | None:
    if text[:4].lower() == "http":
        return read_link(text)
    if text.startswith("(01)"):
        return read_printed_elements(text)
    plain = text.lstrip(SEPARATOR)
    return read_elements(plain) if len(plain) >= _SHORTEST and plain[:2].isdecimal() else None


def _item(elements: Mapping[str, str], currency: str) -> Gs1Item:
    return Gs1Item(
        normal_gtin(elements[_GTIN_FIRST]),
        weight_grams=_scaled(elements, "310", _GRAMS_DECIMALS),
        count=int(elements["30"]) if "30" in elements else None,
        price_minor=_price(elements, currency),
        batch=elements.get("10", ""),
        best_before=elements.get("15", ""),
        sell_by=elements.get("16", ""),
        expiry=elements.get("17") or elements.get("7003", "")[:6],
    )


def _price(elements: Mapping[str, str], currency: str) -> int | None:
    """The price of the package in our money; one in other money says nothing here."""
    named = {
        written: value[3:]
        for written, value in elements.items()
        if written.startswith("393") and value.startswith(currency)
    }
    named.update((written, value) for written, value in elements.items() if written.startswith("392"))
    return _scaled(named, "39", _MINOR_DECIMALS)


def _scaled(elements: Mapping[str, str], begins: str, decimals: int) -> int | None:
    """The first measure of this kind as a whole number with `decimals` decimals; its identifier ends in its own."""
    for written, value in elements.items():
        if len(written) == 4 and written.startswith(begins):
            return divide_half_up(int(value) * 10**decimals, 10 ** int(written[3]))
    return None
