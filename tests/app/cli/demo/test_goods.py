"""The demo goods are what a shop would have: right codes, sane prices, goods to weigh, quick keys."""

from collections import Counter

from app.cli.demo.goods import demo_goods
from app.domain.catalogue import Measure
from app.domain.codes import CodeRules, Gtin, decode

GOODS = demo_goods()
CATEGORIES = {"bakery", "fresh", "drinks", "snacks", "tea", "household", "beauty"}


def test_there_are_about_five_hundred() -> None:
    assert 480 <= len(GOODS) <= 560


def test_every_code_is_an_ean_13_of_a_chinese_company_and_no_two_are_the_same() -> None:
    codes = [product.gtin for product in GOODS if product.gtin]
    assert len(codes) == len(set(codes))
    assert [code for code in codes if len(code) != 13 or not 690 <= int(code[:3]) <= 699] == []
    assert [code for code in codes if decode(code, CodeRules()) != Gtin(code)] == []


def test_a_product_has_either_a_code_or_a_number_on_the_scale() -> None:
    for product in GOODS:
        assert bool(product.gtin) != bool(product.plu), product
        assert (product.measure is Measure.KILOGRAM) == bool(product.plu), product


def test_weighed_goods_have_numbers_of_five_digits_of_their_own() -> None:
    numbers = [product.plu for product in GOODS if product.measure is Measure.KILOGRAM]
    assert len(numbers) == len(set(numbers)) > 50
    assert [number for number in numbers if len(number) != 5 or not number.isdecimal()] == []


def test_ids_and_names_are_unique() -> None:
    assert len({product.id for product in GOODS}) == len(GOODS)
    assert len({product.name for product in GOODS}) == len(GOODS)


def test_categories_are_those_of_the_programme_and_all_well_filled() -> None:
    filled = Counter(product.category for product in GOODS)
    assert set(filled) == CATEGORIES
    assert min(filled.values()) >= 40


def test_prices_are_sane() -> None:
    for product in GOODS:
        assert 150 <= product.price_minor <= 50_000, product
        assert product.tax_rate_basis_points in {0, 900, 1300}, product


def test_about_a_third_has_a_member_price_which_is_lower_but_not_absurd() -> None:
    reduced = [product for product in GOODS if product.member_price_minor is not None]
    assert 0.25 <= len(reduced) / len(GOODS) <= 0.35
    for product in reduced:
        assert product.member_price_minor is not None
        assert 0.75 * product.price_minor <= product.member_price_minor < product.price_minor, product


def test_beauty_alone_has_samples() -> None:
    assert {product.category for product in GOODS if product.goods_class == "sample"} == {"beauty"}
    assert {product.goods_class for product in GOODS} == {"regular", "sample"}


def test_initials_are_those_of_the_thing_without_its_brand() -> None:
    by_name = {product.name: product.initials for product in GOODS}
    assert by_name["红富士苹果"] == "hfspg"
    assert by_name["番茄"] == "fq"
    assert by_name["车厘子JJ级"] == "clzjjj"
    assert by_name["牧野原鲜牛奶 950ml"] == "xnn950ml"
    assert [name for name, initials in by_name.items() if not (initials.isascii() and initials.isalnum())] == []


def test_quick_keys_are_two_dozen_from_several_shelves() -> None:
    keys = [product for product in GOODS if product.quick_key]
    assert 20 <= len(keys) <= 28
    assert len({product.category for product in keys}) >= 4
    assert any(product.measure is Measure.KILOGRAM for product in keys)


def test_the_names_fit_a_quick_key_and_a_receipt() -> None:
    assert [product.name for product in GOODS if len(product.name) > 24] == []
    assert [product.name for product in GOODS if product.name != " ".join(product.name.split())] == []
