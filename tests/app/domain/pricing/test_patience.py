"""A search that is given up finds nothing; one that ends with little patience finds what the whole search finds."""

from app.domain.pricing import price, price_if_quick
from tests.app.domain.builders import basket_of, product
from tests.app.domain.pricing.exotic import exotic
from tests.app.domain.pricing.offers import NOW, PLAIN


def test_what_is_quick_is_what_the_whole_search_finds_and_the_rest_is_given_up() -> None:
    given_up = 0
    for seed in range(30):
        basket, programme = exotic(seed)
        quick = price_if_quick(basket, programme, NOW)
        given_up += quick is None
        if quick is not None:
            assert quick == price(basket, programme, NOW)
    assert 0 < given_up < 30


def test_a_plain_basket_is_always_quick() -> None:
    basket = basket_of(*(product(number) for number in range(1, 60)))
    assert price_if_quick(basket, PLAIN, NOW) == price(basket, PLAIN, NOW)
