"""What the shop sells."""

from dataclasses import dataclass
from enum import StrEnum

from app.domain.ids import ProductId


class Measure(StrEnum):
    """How a product is counted: by the piece or by the kilogram."""

    PIECE = "piece"
    KILOGRAM = "kilogram"


@dataclass(frozen=True, slots=True)
class Product:
    """One product. Prices are minor units a piece or kilogram, tax included; `initials` are pinyin initials.

    `plu` is the five-digit number that a scale prints into a weighed-item barcode.
    """

    id: ProductId
    name: str
    price_minor: int
    measure: Measure = Measure.PIECE
    gtin: str = ""
    plu: str = ""
    category: str = ""
    brand: str = ""
    goods_class: str = "regular"
    member_price_minor: int | None = None
    tax_rate_basis_points: int = 0
    initials: str = ""
    quick_key: bool = False
    for_sale: bool = True
