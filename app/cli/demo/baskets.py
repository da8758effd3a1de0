"""What people put on the counter: breakfast in the morning, dinner's vegetables in the evening."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from random import Random

from app.domain.catalogue import Measure, Product
from app.domain.codes import gtin_check_digit

_WEIGHT_LABEL = "20"
_LINE_COUNTS = (1, 2, 3, 4, 5, 6, 8, 11, 16)
_LINE_SHARES = (20, 24, 19, 13, 9, 7, 5, 2, 1)

# What a visit is for: the shelves it goes to, by share.
_ERRANDS: Mapping[str, Mapping[str, int]] = {
    "breakfast": {"bakery": 6, "drinks": 4},
    "dinner": {"fresh": 7, "drinks": 1, "household": 1, "snacks": 1},
    "treat": {"snacks": 4, "bakery": 3, "drinks": 3},
    "home": {"household": 6, "snacks": 1, "drinks": 2, "tea": 1},
    "beauty": {"beauty": 8, "household": 2},
    "gift": {"tea": 5, "bakery": 3, "beauty": 2},
    "week": {"fresh": 4, "household": 3, "drinks": 3, "snacks": 3, "bakery": 3, "tea": 1, "beauty": 1},
}
# Until that hour, people come for these errands by share.
_BY_HOUR: Sequence[tuple[int, Mapping[str, int]]] = (
    (10, {"breakfast": 12, "dinner": 4, "week": 1}),
    (14, {"breakfast": 3, "treat": 4, "home": 3, "beauty": 2, "gift": 1, "week": 2}),
    (17, {"treat": 5, "home": 3, "beauty": 3, "gift": 2, "week": 2, "dinner": 3}),
    (24, {"dinner": 8, "treat": 4, "week": 4, "home": 3, "beauty": 1, "gift": 1}),
)


@dataclass(frozen=True, slots=True)
class Scan:
    """What the scanner reads for one line, and how many of it (thousandths; 1000 for a weighed label)."""

    text: str
    quantity_milli: int


class Shelves:
    """The goods by category, the cheap and the quick ones bought more often."""

    def __init__(self, goods: Sequence[Product]) -> None:
        self._goods: dict[str, list[Product]] = {}
        for product in goods:
            if product.goods_class == "regular" and product.for_sale:
                self._goods.setdefault(product.category, []).append(product)
        self._shares = {
            category: list(accumulate(_popularity(product) for product in products))
            for category, products in self._goods.items()
        }

    def basket(self, chance: Random, hour: int) -> list[Scan]:
        """The scans of one visit at that hour of the day; no product twice."""
        errands = next(errands for until, errands in _BY_HOUR if hour < until)
        shelves = _ERRANDS[_one_of(chance, errands)]
        lines = chance.choices(_LINE_COUNTS, weights=_LINE_SHARES)[0]
        chosen = {product.id: product for product in (self._product(chance, shelves) for _ in range(lines))}
        return [scan(chance, product) for product in chosen.values()]

    def _product(self, chance: Random, shelves: Mapping[str, int]) -> Product:
        category = _one_of(chance, shelves)
        return chance.choices(self._goods[category], cum_weights=self._shares[category])[0]


def scan(chance: Random, product: Product) -> Scan:
    """How the product comes over the counter: a scale's label, or its own code once or a few times."""
    if product.measure is Measure.KILOGRAM:
        return Scan(weight_label(product.plu, chance.randrange(180, 2_400)), 1_000)
    pieces = chance.choices((1, 2, 3, 6), weights=(76, 17, 5, 2))[0]
    return Scan(product.gtin, pieces * 1_000)


def weight_label(plu: str, grams: int) -> str:
    """The EAN-13 that a scale prints: prefix, PLU, grams, check digit."""
    digits = f"{_WEIGHT_LABEL}{plu}{grams:05d}"
    return digits + gtin_check_digit(digits)


def _popularity(product: Product) -> float:
    return (8.0 if product.quick_key else 1.0) * min(4.0, 3_000 / product.price_minor)


def _one_of(chance: Random, shares: Mapping[str, int]) -> str:
    return chance.choices(list(shares), weights=list(shares.values()))[0]
