"""Baskets that people would carry to the counter."""

from collections import Counter
from random import Random

from app.cli.demo.baskets import Shelves, scan, weight_label
from app.cli.demo.goods import demo_goods
from app.domain.catalogue import Measure
from app.domain.codes import CodeRules, Gtin, WeighedItem, decode

GOODS = demo_goods()
CATEGORY_OF = {product.gtin or product.plu: product.category for product in GOODS}


def categories_bought(hour: int) -> Counter[str]:
    chance, shelves = Random(1), Shelves(GOODS)
    bought: Counter[str] = Counter()
    for _ in range(400):
        for line in shelves.basket(chance, hour):
            match decode(line.text, CodeRules()):
                case Gtin(code) | WeighedItem(code):
                    bought[CATEGORY_OF[code]] += 1
                case other:
                    raise AssertionError(other)
    return bought


def test_every_scan_is_a_product_of_the_shop_and_all_shelves_are_visited() -> None:
    assert set(categories_bought(15)) == {product.category for product in GOODS}


def test_bread_in_the_morning_and_vegetables_in_the_evening() -> None:
    morning, evening = categories_bought(8), categories_bought(18)
    assert morning["bakery"] / morning.total() > 2 * evening["bakery"] / evening.total()
    assert evening.most_common(1)[0][0] == "fresh"


def test_a_basket_holds_no_product_twice_and_never_nothing() -> None:
    chance, shelves = Random(2), Shelves(GOODS)
    baskets = [shelves.basket(chance, 12) for _ in range(300)]
    assert min(map(len, baskets)) == 1
    assert max(map(len, baskets)) > 8
    for basket in baskets:
        codes = [decode(line.text, CodeRules()) for line in basket]
        keys = [code.number if isinstance(code, Gtin) else getattr(code, "plu", "") for code in codes]
        assert len(keys) == len(set(keys))


def test_samples_are_not_bought() -> None:
    samples = [product for product in GOODS if product.goods_class == "sample"]
    chance, shelves = Random(3), Shelves(GOODS)
    scanned = {line.text for _ in range(2_000) for line in shelves.basket(chance, 15)}
    assert not scanned & {product.gtin for product in samples}


def test_weighed_goods_come_with_a_label_of_the_scale() -> None:
    apple = next(product for product in GOODS if product.measure is Measure.KILOGRAM)
    assert decode(weight_label(apple.plu, 1_235), CodeRules()) == WeighedItem(apple.plu, weight_grams=1_235)
    label = decode(scan(Random(1), apple).text, CodeRules())
    assert isinstance(label, WeighedItem)
    assert label.weight_grams is not None
    assert 180 <= label.weight_grams < 2_400
