"""Check digits. Sources: GS1 General Specifications 7.9 (mod 10), ISO/IEC 7812-1 annex B (Luhn)."""


def gtin_check_digit(digits: str) -> str:
    """The GS1 check digit over `digits` (without it): weights 3 and 1 from the right."""
    total = sum(int(digit) * (3 if index % 2 == 0 else 1) for index, digit in enumerate(reversed(digits)))
    return str(-total % 10)


def gtin_is_good(digits: str) -> bool:
    """Whether the last digit is the GS1 check digit of the others."""
    return gtin_check_digit(digits[:-1]) == digits[-1]


def luhn_is_good(digits: str) -> bool:
    """Whether the last digit is the Luhn check digit of the others."""
    total = 0
    for index, digit in enumerate(reversed(digits)):
        value = int(digit) * (2 if index % 2 else 1)
        total += value - 9 if value > 9 else value
    return total % 10 == 0


def normal_gtin(digits: str) -> str:
    """The one way we write a GTIN of 8, 12, 13 or 14 digits: 13 of them, or 14 where the first is not 0."""
    return digits.lstrip("0").zfill(13)
