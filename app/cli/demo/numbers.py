"""Numbers of cards and telephones: unique, deterministic, right check digits."""

from app.domain.ids import CardNumber

MEMBER_PREFIX = "88"
STORED_VALUE_PREFIX = "99"

_DOUBLED = dict(zip("0123456789", (0, 2, 4, 6, 8, 1, 3, 5, 7, 9), strict=True))
# Two-digit beginnings of mobile numbers, the older networks more often; the third digit is free.
_NETWORKS = ("13", "13", "13", "15", "15", "18", "18", "17", "19")
# Odd and no multiple of five: as `serial` counts up, the eight digits visit every number once.
_STRIDE = 61_803_399
_EIGHT_DIGITS = 100_000_000


def card_number(prefix: str, serial: int) -> CardNumber:
    """The card of that serial: prefix, batch 10, seven digits, Luhn check digit; 12 digits in all."""
    digits = f"{prefix}10{serial:07d}"
    return CardNumber(digits + luhn_check_digit(digits))


def luhn_check_digit(digits: str) -> str:
    """The Luhn check digit to be put behind `digits`."""
    total = sum(map(int, digits[-2::-2])) + sum(map(_DOUBLED.__getitem__, digits[-1::-2]))
    return str(-total % 10)


def phone_number(serial: int, network: float) -> str:
    """A mobile number, another for every serial; `network` in [0, 1) chooses its first three digits."""
    begin, third = divmod(int(network * len(_NETWORKS) * 10), 10)
    return f"{_NETWORKS[begin]}{third}{serial * _STRIDE % _EIGHT_DIGITS:08d}"
