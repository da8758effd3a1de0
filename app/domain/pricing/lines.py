"""From pieces back to lines: every line's shares and their reasons, in the order of the steps."""

from collections.abc import Iterable, Sequence

from app.domain.basket import BasketLine
from app.domain.money import extend
from app.domain.pricing.live import COUPON
from app.domain.pricing.pieces import Pile, TierPrice
from app.domain.pricing.result import PricedLine
from app.domain.pricing.search import Best
from app.domain.programme.reasons import Reason, ReasonCode


class Shares:
    """What each line is charged and saves, reason by reason."""

    def __init__(self, lines: Sequence[BasketLine], piles: Sequence[Pile], version: int) -> None:
        self._lines, self._version = lines, version
        self._listed = [0] * len(lines)
        self._reasons: list[list[Reason]] = [[] for _ in lines]
        self._home = [line for pile in piles for line, count in pile.homes for _ in range(count)]
        self._pile = [pile for pile in piles for _ in range(pile.count)]
        for pile in piles:
            for home, count in pile.homes:
                self._listed[home] += count * pile.list_minor
        for index, line in enumerate(lines):
            if line.manual:
                self._by_hand(index, line)

    def tier_prices(self, savings: Sequence[int]) -> None:
        """What member and tier prices save on each piece."""
        by_line: dict[int, int] = {}
        whys: dict[int, TierPrice] = {}
        for line, pile, saving in zip(self._home, self._pile, savings, strict=True):
            if saving and pile.tier_price:
                by_line[line] = by_line.get(line, 0) + saving
                whys[line] = pile.tier_price
        for line, saving in by_line.items():
            why = whys[line]
            self._reasons[line].append(Reason(why.code, why.tier, self._version, -saving, why.basis_points))

    def offer(self, code: ReasonCode, offer: str, pieces: Iterable[int], savings: Iterable[int]) -> None:
        """What an offer saves on its pieces."""
        by_line: dict[int, int] = {}
        for piece, saving in zip(pieces, savings, strict=True):
            by_line[self._home[piece]] = by_line.get(self._home[piece], 0) + saving
        for line, saving in by_line.items():
            if saving:
                self._reasons[line].append(Reason(code, offer, self._version, -saving))

    def priced(self) -> tuple[PricedLine, ...]:
        """The lines in the basket's order."""
        rows = zip(self._lines, self._listed, self._reasons, strict=True)
        return tuple(PricedLine(line, listed, tuple(reasons)) for line, listed, reasons in rows)

    def _by_hand(self, index: int, line: BasketLine) -> None:
        listed = line.label_price_minor
        self._listed[index] = extend(line.product.price_minor, line.quantity_milli) if listed is None else listed
        if line.manual:
            amount = extend(line.manual.unit_price_minor, line.quantity_milli) - self._listed[index]
            self._reasons[index].append(Reason(ReasonCode.MANUAL_PRICE, "", self._version, amount))


def lines_of(
    lines: Sequence[BasketLine], piles: Sequence[Pile], version: int, best: Best | None
) -> tuple[PricedLine, ...]:
    """The basket's lines as the best combination prices them; without one at their item and tier prices."""
    shares = Shares(lines, piles, version)
    if best is None:
        shares.tier_prices([pile.list_minor - pile.tier_minor for pile in piles for _ in range(pile.count)])
        return shares.priced()
    shares.tier_prices(best.counter.undo)
    for used in best.items.used:
        shares.offer(ReasonCode.PROMOTION, used.by.live.offer.id, used.pieces, used.savings)
    for taken in best.counter.done:
        code = ReasonCode.COUPON if taken.by.live.step == COUPON else ReasonCode.PROMOTION
        shares.offer(code, taken.by.live.offer.id, taken.pieces, taken.savings)
    return shares.priced()
