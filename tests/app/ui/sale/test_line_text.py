"""Lines in words: said again only where something has changed."""

from app.domain.basket import Basket
from app.domain.pricing import PricedBasket, price
from app.ui.sale.line_text import LineTexts
from tests.app.ui.conftest import session_of
from tests.app.ui.memory_shop import APPLES, TEA, TOAST, memory_shop


def test_a_line_that_is_as_it_was_is_not_said_again_and_one_that_changed_is() -> None:
    shop = memory_shop()
    session = session_of(shop)
    texts = LineTexts(session)

    def priced(basket: Basket) -> PricedBasket:
        return price(basket, session.programme, session.moment())

    basket = Basket().add(TOAST).add(TEA)
    toast, _ = texts.of(priced(basket))
    again, changed, new = texts.of(priced(basket.with_quantity(2, 2_000).add(APPLES, 500)))
    assert again is toast
    assert (changed.quantity, new.name) == ("2", APPLES.name)
    member = texts.of(priced(basket.with_member(shop.view())))
    assert member[0].reasons != toast.reasons
    session.settings = session.settings.model_copy(update={"language": "zh_CN"})
    assert texts.of(priced(basket.with_member(shop.view())))[0].reasons != member[0].reasons
