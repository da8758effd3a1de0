"""What a bank card looks like, so that it can be refused. Source: ISO/IEC 7812 (issuer numbers)."""

import re
import unicodedata

from app.domain.codes.check_digits import luhn_is_good

_ISSUER = re.compile(r"4|5[1-5]|222[1-9]|22[3-9]\d|2[3-6]\d\d|27[01]\d|2720|3[47]|62|35")

# As it is written on a card, in groups, or inside what a reader set to another keyboard makes of a track.
_MAYBE = re.compile(r"(?<!\d)\d(?:[ -]?\d){14,18}(?!\d)")


def is_of_a_bank(number: str) -> bool:
    """Whether banks issue numbers that begin so."""
    return bool(_ISSUER.match(number))


def looks_like_bank_card(digits: str) -> bool:
    """Whether these digits alone are a bank card's number."""
    return 15 <= len(digits) <= 19 and is_of_a_bank(digits) and luhn_is_good(digits)


def holds_bank_card(text: str) -> bool:
    """Whether the number of a bank card stands anywhere in `text`, in whatever clothes."""
    plain = unicodedata.normalize("NFKC", text)
    return any(looks_like_bank_card(found[0].replace(" ", "").replace("-", "")) for found in _MAYBE.finditer(plain))
