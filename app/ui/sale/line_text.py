"""A basket line as text: pure, so that what the cashier reads can be tested without a screen."""

from dataclasses import dataclass

from app.domain.basket import BasketLine
from app.domain.catalogue import Measure
from app.domain.money import MILLI, format_milli
from app.domain.pricing import PricedBasket, PricedLine
from app.domain.programme.explain import explain, explain_step
from app.ui.session import Session
from app.ui.widgets.amount import figures


@dataclass(frozen=True, slots=True)
class LineText:
    """What one row of the basket says; reasons with their amounts. `listed` is empty where nothing was saved."""

    line_id: int
    quantity: str
    name: str
    unit_price: str
    reasons: tuple[tuple[str, str], ...]
    net: str
    listed: str
    note: str


class LineTexts:
    """The rows of the basket; a line that is as it was is not put into words again, so that a large basket is quick."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._programme, self._language = session.programme, session.language
        self._said: dict[int, tuple[PricedLine, LineText]] = {}

    def of(self, priced: PricedBasket) -> tuple[LineText, ...]:
        """Its rows, in the session's language."""
        session, said = self._session, self._said
        if self._programme is not session.programme or self._language != session.language:
            self._programme, self._language, said = session.programme, session.language, {}
        self._said = {line.line.id: _said_or(said.get(line.line.id), line, session) for line in priced.lines}
        return tuple(text for _, text in self._said.values())


def _said_or(
    said: tuple[PricedLine, LineText] | None, line: PricedLine, session: Session
) -> tuple[PricedLine, LineText]:
    if said and (said[0] is line or said[0] == line):
        return (line, said[1])
    return (line, _line_text(line, session))


def step_texts(priced: PricedBasket, session: Session) -> tuple[str, ...]:
    """What would unlock more."""
    return tuple(explain_step(step, session.programme, session.words, session.language) for step in priced.next_steps)


def quantity_text(line: BasketLine, session: Session) -> str:
    """`2` pieces, `0.525 kg`."""
    number = format_milli(line.quantity_milli)
    if line.product.measure is Measure.KILOGRAM:
        return f"{number} {session.words['measure.kilogram']}"
    return number


def item_count(priced: PricedBasket) -> int:
    """How many things lie there; what is weighed counts once a line."""
    return sum(
        line.line.quantity_milli // MILLI if line.line.product.measure is Measure.PIECE else 1 for line in priced.lines
    )


def _line_text(priced: PricedLine, session: Session) -> LineText:
    line = priced.line
    reasons = tuple(
        (explain(reason, session.programme, session.words, session.language), _signed(reason.amount_minor))
        for reason in priced.reasons
    )
    saved = priced.net_minor < priced.list_minor
    unit = session.words[f"measure.{line.product.measure.value}"]
    # One piece costs what stands on the right already: the room is the reasons'.
    says_unit_price = not reasons or line.quantity_milli != MILLI
    return LineText(
        line_id=line.id,
        quantity=quantity_text(line, session),
        name=line.product.name,
        unit_price=f"{figures(line.product.price_minor)}/{unit}" if says_unit_price else "",
        reasons=reasons,
        net=figures(priced.net_minor),
        listed=figures(priced.list_minor) if saved else "",
        note=line.note,
    )


def _signed(amount_minor: int) -> str:
    return figures(amount_minor) if amount_minor < 0 else f"+{figures(amount_minor)}"
