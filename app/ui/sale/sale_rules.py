"""Sale rules at the scan: a change of the basket that a rule stops waits until somebody lets it pass."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from app.domain.basket import Basket
from app.domain.errors import Refused
from app.domain.programme.sale_rules import Stopped, refusal_of, stopped
from app.ui.session import Session

Change = Callable[[Basket], Basket]


@dataclass(frozen=True, slots=True)
class Waiting:
    """What a rule stopped: `name` is the rule's, `change` is done once it is let pass, `refused` says why not."""

    rule: str
    name: str
    can_pass: bool
    refused: Refused
    change: Change


def stopped_change(before: Basket, change: Change, session: Session) -> Waiting | None:
    """What stops this change of the basket; None where no rule of a line that it touches does."""
    after = change(before)
    touched = {line.id for line in after.changed_since(before)}
    return _waiting((stop for stop in _stops(after, session) if touched & set(stop.lines)), change, session)


def stopped_payment(basket: Basket, session: Session) -> Waiting | None:
    """What stops the basket from being paid as it is."""
    return _waiting(_stops(basket, session), lambda same: same, session)


def _stops(basket: Basket, session: Session) -> tuple[Stopped, ...]:
    return stopped(basket, session.programme, session.moment(), session.shared_rights)


def _waiting(stops: Iterable[Stopped], change: Change, session: Session) -> Waiting | None:
    stop = next(iter(stops), None)
    if stop is None:
        return None
    name = session.name(stop.rule.names)
    return Waiting(stop.rule.id, name, stop.rule.override, refusal_of(stop, name), change)
