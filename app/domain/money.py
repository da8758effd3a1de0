"""Money and quantities as integers: minor units of the currency, thousandths of a piece or kilogram.

Every rounding of the product happens here. Rates are basis points (1/100 of a per cent).
"""

from collections.abc import Sequence

BASIS_POINTS = 10_000
MILLI = 1_000


def divide_half_up(numerator: int, denominator: int) -> int:
    """`numerator / denominator` rounded half away from zero; `denominator` is positive."""
    if denominator <= 0:
        raise ValueError("denominator must be positive")
    magnitude = (2 * abs(numerator) + denominator) // (2 * denominator)
    return magnitude if numerator >= 0 else -magnitude


def share(amount_minor: int, basis_points: int) -> int:
    """`basis_points` / 10 000 of `amount_minor`, rounded half up."""
    return divide_half_up(amount_minor * basis_points, BASIS_POINTS)


def extend(unit_price_minor: int, quantity_milli: int) -> int:
    """The price of `quantity_milli` thousandths at `unit_price_minor` a whole, rounded half up."""
    return divide_half_up(unit_price_minor * quantity_milli, MILLI)


def included_tax(gross_minor: int, rate_basis_points: int) -> int:
    """The tax inside a gross amount: gross x rate / (1 + rate), rounded half up."""
    return divide_half_up(gross_minor * rate_basis_points, BASIS_POINTS + rate_basis_points)


def allocate(total: int, weights: Sequence[int]) -> tuple[int, ...]:
    """`total` split over `weights` by largest remainder; the parts add up to `total` exactly.

    Ties go to the earlier weight. A part never exceeds its weight while `total <= sum(weights)`.
    With weights that are all 0 the first part takes everything.
    """
    if not weights:
        if total:
            raise ValueError("nothing to allocate to")
        return ()
    if min(weights) < 0:
        raise ValueError("weights must not be negative")
    whole = sum(weights)
    if whole == 0:
        return (total, *(0 for _ in weights[1:]))
    size = abs(total)
    shares = [size * weight for weight in weights]
    parts = [each // whole for each in shares]
    left = size - sum(parts)
    if left:
        remainders = [each % whole for each in shares]
        # A sort keeps what is equal in its order, also downwards.
        for index in sorted(range(len(weights)), key=remainders.__getitem__, reverse=True)[:left]:
            parts[index] += 1
    return tuple(parts) if total >= 0 else tuple([-part for part in parts])


def format_minor(amount_minor: int, *, grouping: bool = False) -> str:
    """`123456` as `1234.56`, or `1,234.56` with grouping."""
    sign = "-" if amount_minor < 0 else ""
    whole, cents = divmod(abs(amount_minor), 100)
    return f"{sign}{whole:,}.{cents:02d}" if grouping else f"{sign}{whole}.{cents:02d}"


def parse_minor(text: str) -> int | None:
    """The minor units that `12`, `12.5` or `12.50` mean; None where it is no amount."""
    cleaned = text.strip().replace(",", "").replace("￥", "").replace("¥", "")
    whole, _, cents = cleaned.partition(".")
    if not (whole.isascii() and (whole or "0").isdecimal()) or len(whole) > 12:
        return None
    if cents and not (cents.isascii() and cents.isdecimal() and len(cents) <= 2):
        return None
    if not whole and not cents:
        return None
    return int(whole or "0") * 100 + int(cents.ljust(2, "0") or "0")


def format_milli(quantity_milli: int) -> str:
    """`1000` as `1`, `1235` as `1.235`."""
    whole, rest = divmod(abs(quantity_milli), MILLI)
    sign = "-" if quantity_milli < 0 else ""
    return f"{sign}{whole}" + (f".{rest:03d}".rstrip("0") if rest else "")


def parse_milli(text: str) -> int | None:
    """The thousandths that `3` or `0.525` mean; None where it is no quantity."""
    whole, _, rest = text.strip().partition(".")
    if not (whole or rest) or len(whole) > 6 or len(rest) > 3:
        return None
    if not all(part.isascii() and part.isdecimal() for part in (whole, rest) if part):
        return None
    return int(whole or "0") * MILLI + int(rest.ljust(3, "0") or "0")
