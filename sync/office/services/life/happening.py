"""One thing that befell a wallet, as head office follows it up."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from app.domain.ids import MemberId, WalletId
from app.domain.lease import Take
from app.domain.ledger import Unit
from app.domain.programme.lifecycle.facts import Fact
from app.domain.programme.lifecycle.standing import Change, Why
from app.domain.programme.scene import Moment
from app.domain.sale.facts import Origin
from sync.office.services.world import World


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that befell a wallet. `moves` were posted by the till; `programme` names the version it was made under.

    `member`, `tier` and `measures` are what the till knew of the person; a refund knows none of it. `rights` are the
    member's own counted rights that it used. `undoes` is the fact that it takes back, whose rights are free again.
    Without a `fact` something about the person is another, so that other days may matter to them.
    """

    wallet: WalletId
    fact: Fact | None
    moves: tuple[Change, ...] = ()
    member: MemberId | None = None
    tier: str = ""
    measures: Mapping[str, int] = field(default_factory=dict)
    programme: tuple[str, int] = ("", 0)
    rights: Mapping[Unit, int] = field(default_factory=dict)
    undoes: str = ""


def moment_of(world: World, origin: Origin, shop: str) -> Moment:
    """When and where something was done: the business day, and the shop's clock as corrected."""
    return Moment(origin.business_date, world.local_time(origin.corrected_at)[11:16], shop)


def rights_in(takes: Iterable[Take]) -> Mapping[Unit, int]:
    """The counted rights among these."""
    rights: dict[Unit, int] = {}
    for part in takes:
        if part.unit.startswith("right:"):
            rights[part.unit] = rights.get(part.unit, 0) + part.amount
    return rights


def moves_of(origin: Origin, number: str, *parts: tuple[Iterable[Take], int, Why, str]) -> tuple[Change, ...]:
    """What a till has posted: takes with their sign, why, and the rule they come from."""
    return tuple(
        Change(part.unit, part.lot, sign * part.amount, why, origin.business_date, rule, number)
        for takes, sign, why, rule in parts
        for part in takes
        if part.amount
    )
