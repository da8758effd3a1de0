"""Which way of taking pieces an item promotion has, and whether it can take any of a basket's."""

from collections.abc import Sequence

from app.domain.pricing.each_piece import EachPiece
from app.domain.pricing.every_nth import EveryNth
from app.domain.pricing.live import Live
from app.domain.pricing.pieces import Pile
from app.domain.pricing.taking import Takes
from app.domain.pricing.together import Together, together
from app.domain.programme.model import Bundle, NthPiece, Percent, PiecesFor, SpecialPrice


def takes(live: Live, piles: Sequence[Pile]) -> Takes:
    """How this live item promotion takes pieces of these piles."""
    offer = live.offer
    cap = live.cap_minor
    # A cap that all goods together do not reach need not be watched.
    if cap is not None and sum(piles[number].count * piles[number].list_minor for number in live.piles) <= cap:
        cap = None
    match offer:
        case NthPiece():
            return EveryNth(live, offer, (offer.goods,), cap)
        case PiecesFor():
            return together(live, offer, (offer.goods,), (offer.count,), cap, piles)
        case Bundle():
            goods, counts = zip(*((part.goods, part.count) for part in offer.parts), strict=True)
            return together(live, offer, goods, counts, cap, piles)
        case Percent() | SpecialPrice():
            return EachPiece(live, offer, (offer.goods,), cap)
        case _:
            raise TypeError("no item promotion")


def may_serve(offer: Takes, piles: Sequence[Pile]) -> bool:
    """Whether there are enough pieces for one group, and whether it can cost less than they do by themselves."""
    if isinstance(offer, Together) and offer.most_minor < offer.offer.price_minor:
        return False
    here = [piles[number] for number in offer.live.piles if offer.fits(piles[number])]
    left = [sum(pile.count for pile in here if goods.include(pile.product)) for goods in offer.parts]
    return all(map(int.__le__, offer.counts, left))
