"""What a person decides about a member: a tier set or taken away, points corrected; with reason and approver."""

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import Connection

from app.domain.programme.lifecycle.facts import Adjusted, TierSet
from app.domain.programme.scene import Moment
from sync.office.services.errors import RecoveryError
from sync.office.services.life.lives import Lives
from sync.office.services.programmes import parsed
from sync.office.services.world import World
from sync.office.storage.life import wallet_of
from sync.office.storage.state import Mode, read_state

# A fact from its number, its moment, and the ladder of each tier there is.
_Make = Callable[[str, Moment, dict[str, str]], TierSet | Adjusted]


class UnknownMemberError(Exception):
    """Nobody of this name or wallet is known here."""


class UnknownTierError(Exception):
    """The programme in force has no such tier or ladder, or no programme is in force."""


@dataclass(frozen=True, slots=True)
class DecideByHand:
    """Each call is one decision. `member` is a member's id or a wallet."""

    world: World

    def set_tier(self, member: str, tier: str, reason: str, approver: str, ladder: str = "main") -> None:
        """Put the member into a tier; with an empty `tier` take away the one on `ladder`."""

        def fact(number: str, moment: Moment, tiers: dict[str, str]) -> TierSet:
            if (tier and tier not in tiers) or (not tier and ladder not in tiers.values()):
                raise UnknownTierError
            return TierSet(number, moment, tiers.get(tier, ladder), tier, reason, approver)

        self._decide(member, fact)

    def adjust(self, member: str, unit: str, amount: int, reason: str, approver: str) -> None:
        """Correct points or growth by `amount`; below 0 takes away, and what is not there becomes a debt of points."""
        self._decide(member, lambda number, moment, _: Adjusted(number, moment, unit, amount, reason, approver))

    def _decide(self, member: str, make: _Make) -> None:
        number = self.world.new_id()

        def work(connection: Connection) -> None:
            if read_state(connection).mode is not Mode.NORMAL:
                raise RecoveryError
            wallet = wallet_of(connection, member)
            if wallet is None:
                raise UnknownMemberError
            now = self.world.now()
            lives = Lives(connection, self.world, [wallet])
            by = lives.publication_on(now[:10])
            if by is None:
                raise UnknownTierError
            programme, life = parsed(by.text), lives.life(wallet)
            fact = make(number, Moment(now[:10], now[11:16]), {each.id: each.ladder for each in programme.tiers})
            lives.decided(life, fact, by)
            lives.keep()

        self.world.database.write(work)
