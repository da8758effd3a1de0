"""Gifts on an occasion of a member whose standing is known."""

from collections.abc import Mapping

from app.domain.ledger import Unit
from app.domain.programme.lifecycle.gifting import gifts_on
from app.domain.programme.lifecycle.ladders import person_of
from app.domain.programme.lifecycle.standing import Reaction, Standing
from app.domain.programme.model import Programme
from app.domain.programme.scene import Moment, Scene

Shared = Mapping[Unit, int] | None
"""What is left of limits for all, by unit of the programme's wallet; None where nobody counts."""


def on_occasion(
    occasion: str,
    key: str,
    programme: Programme,
    standing: Standing,
    moment: Moment,
    shared: Shared,
    *,
    paid_minor: int = 0,
    action: str = "",
) -> Reaction:
    """What the programme gives on this occasion; `key` names it, so that it is never given twice."""
    scene = Scene(moment, person_of(standing, programme, moment.day), paid_minor)
    return gifts_on(
        occasion, key, scene, programme, done=standing.done, paid_minor=paid_minor, action=action, shared=shared
    )
