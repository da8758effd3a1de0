"""Follow up the tills' events: growth, gifts, tiers. Off the path of a PUSH, in the order of each journal, once.

What goes wrong with one event is parked with its reason and stops nothing behind it.
"""

import logging
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from app.domain.ids import MemberId, MerchantId, TierId
from app.domain.programme.lifecycle.facts import Bought, Fact, Joined
from app.domain.programme.lifecycle.ladders import begins
from app.domain.programme.publishing import Publication
from app.domain.programme.spans import add_days
from sync.office.services.ledger.counted_rights import mint_for_all
from sync.office.services.life.friends import friends_of
from sync.office.services.life.happening import Happening
from sync.office.services.life.happenings import HAPPENINGS, happening_in
from sync.office.services.life.lives import Lives
from sync.office.services.programmes import parsed, programme_now
from sync.office.services.world import World
from sync.office.storage.chains import Chain, all_chains, find_till, lock_chain
from sync.office.storage.engines import ContendedError
from sync.office.storage.life import Life
from sync.office.storage.merges import survivors
from sync.office.storage.parked import park_follow_up
from sync.office.storage.programmes import publications
from sync.office.storage.reacted import move_reacted, posted_after, reacted_to
from sync.office.storage.state import Mode, read_state

_log = logging.getLogger(__name__)

# One writer writes at a time on SQLite: nobody at a till waits longer than this many events take.
_AT_ONCE = 50

# seq, kind and bytes
Posted = tuple[int, str, bytes]


@dataclass(frozen=True, slots=True)
class ReactToEvents:
    """Follow up everything that was posted since."""

    world: World

    def __call__(self) -> int:
        """How many events were looked at; 0 before a programme is published, or while tills are awaited."""
        total = 0
        for chain in self.world.database.read(all_chains):
            while done := self._some(chain):
                total += done
        return total

    def again(self, connection: Connection, chain: Chain, event: Posted) -> None:
        """Follow up one event that was parked; raises what is still wrong with it."""
        self._follow_all(connection, chain, [event])

    def _some(self, chain: Chain) -> int:
        """A piece of one chain. First a look, so that nothing is locked where there is nothing to do."""
        if not self.world.database.read(lambda connection: len(self._waiting(connection, chain, 1))):
            return 0
        try:
            return self._piece(chain, _AT_ONCE)
        except ContendedError:
            raise
        except Exception:
            # One of them it is: one by one, the others go through.
            return self._one(chain)

    def _piece(self, chain: Chain, at_most: int) -> int:
        return self.world.database.write_upload(lambda connection: self._followed_up(connection, chain, at_most))

    def _one(self, chain: Chain) -> int:
        try:
            return self._piece(chain, 1)
        except ContendedError:
            raise
        except Exception as error:
            _log.exception("an event of %s could not be followed up", chain.till)
            why = f"{type(error).__name__}: {error}"
            return self.world.database.write_upload(lambda connection: self._parked(connection, chain, why))

    def _parked(self, connection: Connection, known: Chain, why: str) -> int:
        chain = lock_chain(connection, known.till, known.epoch)
        events = self._waiting(connection, chain, 1) if chain else ()
        if chain is None or not events:
            return 0
        park_follow_up(connection, chain.till, chain.epoch, events[0][0], self.world.clock.now_ms(), why)
        move_reacted(connection, chain, events[0][0])
        return 1

    def _waiting(self, connection: Connection, chain: Chain, at_most: int) -> Sequence[Posted]:
        if read_state(connection).mode is not Mode.NORMAL or not publications(connection):
            return ()
        return posted_after(connection, chain, reacted_to(connection, chain), at_most)

    def _followed_up(self, connection: Connection, known: Chain, at_most: int) -> int:
        chain = lock_chain(connection, known.till, known.epoch)
        events = self._waiting(connection, chain, at_most) if chain else ()
        if chain is None or not events:
            return 0
        self._follow_all(connection, chain, events)
        move_reacted(connection, chain, events[-1][0])
        return len(events)

    def _follow_all(self, connection: Connection, chain: Chain, events: Sequence[Posted]) -> None:
        till = find_till(connection, chain.till)
        shop, merchant = (till.shop, till.merchant) if till else ("", read_state(connection).merchant)
        told = [
            happening
            for _, kind, payload in events
            if kind in HAPPENINGS
            for happening in happening_in(self.world, payload, shop)
        ]
        # Whoever has ended in another member lives on there.
        ends = survivors(connection, {each.wallet for each in told})
        happenings = [replace(each, wallet=ends[each.wallet]) for each in told]
        friends = friends_of(connection, happenings)
        self._mint(connection)
        lives = Lives(connection, self.world, {*(each.wallet for each in happenings), *friends.wallets})
        for each in happenings:
            self._follow(lives, each, merchant)
            for brought in friends.brought_by(lives, each):
                self._follow(lives, brought, merchant)
        lives.keep()

    def _mint(self, connection: Connection) -> None:
        programme = programme_now(connection, self.world)
        if programme is not None:
            mint_for_all(connection, self.world, read_state(connection), programme)

    def _follow(self, lives: Lives, each: Happening, merchant: MerchantId) -> None:
        life = lives.life(each.wallet)
        if each.fact is None:
            return
        by = lives.publication_of(each.programme, each.fact.moment.day)
        if by is None or (not life.is_known and not each.member):
            return
        if each.member and not life.is_known:
            _meet(life, each.fact, each.member, each.tier, by)
        if life.is_met and isinstance(each.fact, Bought) and not _has_bought(life):
            life.met_with = dict(each.measures)
        lives.told(life, each, each.fact, by, merchant)


def _meet(life: Life, fact: Fact, member: MemberId, known_tier: str, by: Publication) -> None:
    """A member first heard of through a till is taken as that till knew them; one who registers begins there."""
    day = fact.moment.day
    life.member, life.is_known, life.is_met = member, True, not isinstance(fact, Joined)
    tier = parsed(by.text).tier(TierId(known_tier)) if known_tier else None
    tiers = {tier.ladder: begins(tier, day)} if tier else {}
    through = day if isinstance(fact, Joined) else add_days(day, -1)
    life.standing = replace(life.standing, joined_on=day, tiers=tiers, nights_through=through)
    life.due_on = add_days(through, 1)


def _has_bought(life: Life) -> bool:
    return any(isinstance(fact, Bought) for fact in life.standing.history)
