"""A card that is to be handed out: one of this shop's, and nobody's so far."""

from app.domain.codes import MemberCard, StoredValueCard, decode
from app.domain.errors import Refused, Why
from app.domain.ids import CardNumber
from app.ports.directory import Directory
from app.ports.store import UnitOfWork
from app.services.codes_in_force import CodesInForce
from app.services.read_cards import card_of


def free_card_number(uow: UnitOfWork, directory: Directory, codes: CodesInForce, text: str) -> CardNumber | Refused:
    """The number that was swiped, scanned or typed."""
    code = decode(text, codes.rules)
    if not isinstance(code, MemberCard | StoredValueCard):
        return Refused(Why.CARD_NOT_OURS)
    return code.number if card_of(uow, directory, code.number) is None else Refused(Why.CARD_TAKEN)
