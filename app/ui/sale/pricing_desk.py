"""Has the basket on the counter priced: at once where that is quick, else its lines first and the offers after them.

What is quick is not guessed: of a basket of usual size the search begins at once and is given up where it goes on for
longer than a key stroke, counted in its steps. What it finds is what the whole search would have found.
"""

from collections.abc import Callable
from dataclasses import replace

from app.domain.basket import Basket
from app.domain.pricing import PricedBasket, price, price_if_quick, price_items_only
from app.ui.running import Runs
from app.ui.session import Session

QUICK = 80
"""Of more lines times offers than this the search does not begin at once: to lay them out would take too long."""


class PricingDesk:
    """`tell` gets every price: of a large basket first one that is not complete, then, if no other came, the whole.

    Only one basket is worked out at a time, on the thread of `pricing`; what was scanned meanwhile is taken together.
    """

    def __init__(self, pricing: Runs, session: Session, tell: Callable[[PricedBasket], None]) -> None:
        self._pricing, self._session, self._tell = pricing, session, tell
        self._is_working = False
        self._asked = 0
        self.priced = self._whole(Basket())()

    def price(self, basket: Basket) -> None:
        """This is the basket now."""
        self._asked += 1
        whole = self._at_once(basket)
        self._show(whole or self._lines_of(basket))
        if whole:
            return
        if not self._is_working:
            self._work_out()

    def _at_once(self, basket: Basket) -> PricedBasket | None:
        session, programme = self._session, self._session.programme
        offers = len(programme.promotions) + (len(programme.coupons) if basket.member else 0)
        if len(basket.lines) * offers > QUICK:
            return None
        return price_if_quick(basket, programme, session.moment(), session.shared_rights)

    def _whole(self, basket: Basket) -> Callable[[], PricedBasket]:
        session = self._session
        programme, moment, rights = session.programme, session.moment(), session.shared_rights
        return lambda: price(basket, programme, moment, rights)

    def _lines_of(self, basket: Basket) -> PricedBasket:
        """New lines at their item prices. Lines that were there keep theirs, so that the list does not flicker."""
        session, before = self._session, self.priced
        if before.basket.member != basket.member or before.basket.wishes != basket.wishes:
            return price_items_only(basket, session.programme, session.moment())
        items = price_items_only(basket, session.programme, session.moment(), basket.changed_since(before.basket))
        priced = {line.line.id: line for line in (*before.lines, *items.lines)}
        lines = tuple(priced[line.id] for line in basket.lines)
        return replace(before, basket=basket, lines=lines, tier=items.tier, is_complete=False)

    def _work_out(self) -> None:
        self._is_working = True
        asked = self._asked
        self._pricing.run(self._whole(self.priced.basket), lambda whole: self._came(whole, asked), self._failed)

    def _came(self, whole: PricedBasket, asked: int) -> None:
        self._is_working = False
        if asked == self._asked:
            self._show(whole)
        elif not self.priced.is_complete:
            self._work_out()

    def _failed(self, _error: BaseException) -> None:
        # The runner says that something went wrong; the next scan tries again.
        self._is_working = False

    def _show(self, priced: PricedBasket) -> None:
        self.priced = priced
        self._tell(priced)
