"""Goods that not everybody may buy, or not as many as they like, or not yet."""

from app.domain.programme.declare import Id, Names, Whole, part
from app.domain.programme.model.conditions import ALWAYS, Condition
from app.domain.programme.model.goods import ALL_GOODS, Goods
from app.domain.programme.model.spans import Limit


@part
class SaleRule:
    """Goods for a tier only, goods sold to some before others (presale), so many pieces a sale, day or member.

    A piece is sold where every rule for it allows it. A limit for each member counts pieces and asks for a card.
    """

    id: Id
    """The name other parts refer to it by."""
    names: Names
    """What members and cashiers read when it stops a sale."""
    goods: Goods = ALL_GOODS
    """The goods it is for."""
    when: Condition = ALWAYS
    """Who may buy them, when and where; with `any` some may from one day on and others from another."""
    at_most: Whole = 0
    """So many pieces in one sale; 0 = as many as wanted."""
    limits: tuple[Limit, ...] = ()
    """How many pieces in each period."""
    override: bool = True
    """Whether a supervisor may let it pass, with a reason."""
