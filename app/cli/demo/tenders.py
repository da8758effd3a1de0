"""How people pay: with the card they topped up if it suffices, else by telephone, some in cash."""

from random import Random

from app.domain.ledger import BONUS, PRINCIPAL
from app.domain.member import MemberView
from app.domain.programme.model import TenderType
from app.domain.tender import Tendered, quick_amounts

_EXTERNAL = ("wechat", "alipay", "bank_card")
_EXTERNAL_SHARES = (58, 30, 12)
_STORED_VALUE_SHARE = 0.75
_CASH_SHARE = 0.17


def choose_tenders(chance: Random, due_minor: int, member: MemberView | None) -> tuple[Tendered, ...]:
    """The tenders that pay `due_minor`; none when nothing is due."""
    if due_minor <= 0:
        return ()
    usable = member.usable(PRINCIPAL) + member.usable(BONUS) if member else 0
    if not usable or chance.random() >= _STORED_VALUE_SHARE:
        return (_other(chance, due_minor),)
    from_card = Tendered("stored_value", TenderType.STORED_VALUE, min(usable, due_minor))
    return (from_card,) if usable >= due_minor else (from_card, _other(chance, due_minor - usable))


def _other(chance: Random, due_minor: int) -> Tendered:
    if chance.random() < _CASH_SHARE:
        return Tendered("cash", TenderType.CASH, chance.choice(quick_amounts(due_minor)))
    kind = chance.choices(_EXTERNAL, weights=_EXTERNAL_SHARES)[0]
    return Tendered(kind, TenderType.EXTERNAL, due_minor, reference=f"{chance.randrange(10**15, 10**16)}")
