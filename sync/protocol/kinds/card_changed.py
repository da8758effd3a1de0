"""`card_changed`: a card was issued, replaced, reported lost, frozen or released."""

from typing import Literal

from sync.protocol.kinds.body import Approval, Body
from sync.protocol.messages import Name


class CardChanged(Body):
    """`cards` as they are from now on: (number, wallet, member or none, state)."""

    step: Literal["issue", "replace", "lose", "freeze", "release"]
    cards: tuple[tuple[Name, Name, Name | None, Literal["active", "frozen", "lost", "replaced"]], ...]
    approval: Approval
