"""The rehearsed shop: its members' standings and what is used of limits for all."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from app.domain.ids import CardNumber, MemberId, WalletId
from app.domain.ledger import Unit
from app.domain.member import Card, Holding, Member, MemberView, TierHeld
from app.domain.programme.lifecycle.facts import Fact
from app.domain.programme.lifecycle.limits import left_for_all, rights_of
from app.domain.programme.lifecycle.measuring import measured
from app.domain.programme.lifecycle.nightly import nights
from app.domain.programme.lifecycle.reactions import react
from app.domain.programme.lifecycle.standing import Reaction, Standing
from app.domain.programme.model import Programme
from app.domain.programme.scene import Moment


@dataclass(frozen=True, slots=True)
class Shop:
    """Members by name. `used`: of limits for all, by unit; `facts`: how many there were, for their numbers."""

    programme: Programme
    people: Mapping[str, Standing] = field(default_factory=dict)
    used: Mapping[Unit, int] = field(default_factory=dict)
    facts: int = 0

    def standing(self, name: str) -> Standing:
        """The member's standing; a stranger has an empty one."""
        return self.people.get(name, Standing())

    def left(self, day: str) -> Mapping[Unit, int]:
        """What is left of every limit for all."""
        return left_for_all(self.programme, self.used, day)

    def next_number(self) -> str:
        """The number of the fact to come."""
        return f"f{self.facts + 1}"

    def hears(self, name: str, fact: Fact) -> tuple["Shop", Reaction]:
        """The shop after a fact of this member, and the reaction."""
        standing = self.standing(name)
        reaction = react(self.programme, standing, fact, self.left(fact.moment.day))
        return self._with(name, standing.after(reaction, fact), reaction, 1), reaction

    def night_before(self, moment: Moment) -> "Shop":
        """The shop once every night up to the day of `moment` has been worked for everybody."""
        shop = self
        for name in self.people:
            standing, reaction = nights(
                shop.programme, shop.standing(name), moment.day, shop.left(moment.day), shop=moment.shop
            )
            shop = shop._with(name, standing, reaction, 0)
        return shop

    def view(self, name: str, day: str) -> MemberView | None:
        """The member as a till sees them that holds all of their value; None for a stranger."""
        standing = self.people.get(name)
        if standing is None:
            return None
        wallet = WalletId(f"wallet-{name}")
        main = standing.tiers.get("main")
        member = Member(
            id=MemberId(name),
            wallet=wallet,
            name=name,
            phone="",
            tier=main.tier if main else None,
            tier_until=main.until if main else "",
            more_tiers=tuple(
                TierHeld(held.tier, held.until) for ladder, held in standing.tiers.items() if ladder != "main"
            ),
            birthday=standing.birthday,
            joined_on=standing.joined_on,
            measures=measured(self.programme, standing, day),
            kind=standing.kind,
            gender=standing.gender,
            identified=standing.identified,
            tags=standing.tags,
            fields=standing.fields,
        )
        units = {unit for unit, _ in standing.lots}
        holdings = {unit: Holding(unit, standing.total(unit), standing.usable(unit, day)) for unit in units}
        rights = rights_of(self.programme, standing, day)
        holdings |= {unit: Holding(unit, left, left) for unit, left in rights.items() if left > 0}
        return MemberView(wallet, member, Card(CardNumber(name), wallet, member.id), holdings)

    def with_standing(self, name: str, standing: Standing) -> "Shop":
        """The shop with one member's standing put in place of the old."""
        return replace(self, people={**self.people, name: standing})

    def _with(self, name: str, standing: Standing, reaction: Reaction, facts: int) -> "Shop":
        used = dict(self.used)
        for unit, count in reaction.shared.items():
            used[unit] = used.get(unit, 0) + count
        return replace(self, people={**self.people, name: standing}, used=used, facts=self.facts + facts)
